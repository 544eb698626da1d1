using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Returns;

namespace Bot.Host.Files;

/// <summary>Where the files of offered versions are fetched. Who may is asked there; the address alone opens nothing.</summary>
internal static class ReturnLinks
{
    /// <summary>Each form once, and each draft.</summary>
    public static IReadOnlyList<OutgoingFile> Of(string unit, IReadOnlyList<(Return Version, FilledReturn Filled)> versions) =>
    [
        .. versions.SelectMany(v => v.Filled.Forms.Select(f => (v.Version, Form: f))).DistinctBy(v => (v.Form.Form.Id, v.Form.Period))
            .Select(v => new OutgoingFile(FileName.Clean($"{v.Form.Form.Name}_{unit}.docx"), Form(v.Version.Id, v.Form.Form.Id))),
        .. versions.Where(v => v.Filled.Draft is not null)
            .Select(v => new OutgoingFile(FileName.Clean($"{v.Filled.Obligation.Subject}总结草稿_{unit}.docx"), Draft(v.Version.Id))),
    ];

    private static string Form(ReturnId version, FormId form) => $"/files/returns/{version.Value}/forms/{Uri.EscapeDataString(form.Value)}.docx";

    private static string Draft(ReturnId version) => $"/files/returns/{version.Value}/summary.docx";
}
