using System.Text.RegularExpressions;
using Bot.Adapters.Storage;
using Bot.Adapters.WebChat;
using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Bot.Host.Files;

/// <summary>
/// Files of bot messages, made for platforms that carry files themselves: as the person on the other side of the chat may see them.
/// In a group there is nobody in particular, so only what is for all.
/// </summary>
internal sealed partial class OutgoingFiles(FormMaker forms, ReturnMaker returns, CalendarMaker calendars, IOrganisation organisation, IOptions<BotOptions> options, TimeProvider clock) : IOutgoingFiles
{
    public async Task<OutgoingContent> OpenAsync(ChatKey chat, OutgoingFile file, CancellationToken cancel)
    {
        var (path, query) = file.Path.IndexOf('?', StringComparison.Ordinal) is var at and >= 0 ? (file.Path[..at], file.Path[at..]) : (file.Path, "");
        if (Calendar().Match(path) is { Success: true } calendar)
        {
            var content = await calendars.MakeAsync(new OfficeId(Guid.Parse(calendar.Groups["office"].Value)), new CampaignId(Part(calendar, "campaign")), calendar.Groups["seal"].Value, cancel);
            return content is null ? new OutgoingContent.Nothing() : new OutgoingContent.File(Named(file.Name, ".ics"), content);
        }

        if (!path.StartsWith("/files/", StringComparison.Ordinal)) return Link(file);
        if (await ViewerAsync(chat, cancel) is not { } viewer) return new OutgoingContent.Nothing();
        return await MakeAsync(viewer, path, query, cancel) is { } made ? new OutgoingContent.File(FileName.Clean(file.Name), made) : new OutgoingContent.Nothing();
    }

    private async Task<byte[]?> MakeAsync(Viewer viewer, string path, string query, CancellationToken cancel)
    {
        if (Return().Match(path) is { Success: true } version)
        {
            var id = new ReturnId(Guid.Parse(version.Groups["id"].Value));
            return version.Groups["form"].Success ? (await returns.FormAsync(viewer, id, Part(version, "form"), cancel))?.Bytes : (await returns.DraftAsync(viewer, id, cancel))?.Bytes;
        }

        if (Form().Match(path) is not { Success: true } form) return null;
        var asked = new QueryCollection(QueryHelpers.ParseQuery(query));
        return await forms.MakeAsync(viewer, new CampaignId(Part(form, "campaign")), Part(form, "form"), form.Groups["format"].Value, asked, cancel) is MadeForm.Done done ? done.Bytes : null;
    }

    private OutgoingContent Link(OutgoingFile file) =>
        options.Value.PublicUrl is { Length: > 0 } outside ? new OutgoingContent.Link(outside + file.Path) : new OutgoingContent.Nothing();

    private async Task<Viewer?> ViewerAsync(ChatKey chat, CancellationToken cancel)
    {
        if (!PrivateChats.Is(chat) || await organisation.FindPlaceAsync(chat, clock.GetUtcNow(), cancel) is not { } place) return null;
        var account = new AccountKey(chat.Platform, chat.Id[PrivateChats.Prefix.Length..]);
        var today = DateOnly.FromDateTime(place.Local(clock.GetUtcNow()));
        if (await organisation.FindPersonAsync(place.Office.Id, account, today, cancel) is not { } person) return null;
        return new Viewer { Office = place.Office.Id, Person = person.Id, Account = account, Name = person.Name, Role = person.Role, Zone = place.Office.Zone };
    }

    private static string Part(Match match, string name) => Uri.UnescapeDataString(match.Groups[name].Value);

    private static string Named(string name, string ending) => FileName.Clean(name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name : name + ending);

    [GeneratedRegex("^/files/returns/(?<id>[0-9a-fA-F-]{36})/(forms/(?<form>[^/]+)|summary)[.]docx$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Return();

    [GeneratedRegex("^/files/(?<campaign>[^/]+)/(?<form>[^/]+)[.](?<format>[a-z]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Form();

    [GeneratedRegex("^/calendars/(?<office>[0-9a-fA-F-]{32,36})/(?<campaign>[^/]+)/(?<seal>[^/]+)[.]ics$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Calendar();
}
