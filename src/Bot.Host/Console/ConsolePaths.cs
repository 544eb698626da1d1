using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Gathering;
using Bot.Domain.Organisation;

namespace Bot.Host.Console;

/// <summary>The rooms of the console.</summary>
internal static class ConsolePaths
{
    public const string Home = "/console";
    public const string Records = Home + "/records";
    public const string Unclaimed = Home + "/unclaimed";
    public const string Dues = Home + "/dues";
    public const string Pushes = Home + "/pushes";
    public const string Undelivered = Home + "/undelivered";
    public const string Calendar = Home + "/calendar";
    public const string Groups = Home + "/groups";
    public const string Units = Home + "/units";
    public const string People = Home + "/people";
    public const string Audit = Home + "/audit";
    public const string Plans = Home + "/plans";
    public const string Imports = Home + "/imports";

    public static string Campaign(CampaignId campaign) => $"{Home}/campaigns/{Uri.EscapeDataString(campaign.Value)}";

    public static string Form(CampaignId campaign, FormId form) => $"{Campaign(campaign)}/form/{Uri.EscapeDataString(form.Value)}";

    public static string Cell(CampaignId campaign, FormId form, SlotId slot) => $"{Form(campaign, form)}/cell/{Uri.EscapeDataString(slot.Value)}";

    public static string Matrix(CampaignId campaign, string obligation) => $"{Campaign(campaign)}/dues/{Uri.EscapeDataString(obligation)}";

    public static string Occurrence(CampaignId campaign, string obligation, DateOnly day) => $"{Matrix(campaign, obligation)}/{FormFields.Field(day)}";

    public static string Policy(CampaignId campaign, string obligation) => $"{Campaign(campaign)}/policy/{Uri.EscapeDataString(obligation)}";

    public static string File(CampaignId campaign, FormId form, string format) =>
        $"/files/{Uri.EscapeDataString(campaign.Value)}/{Uri.EscapeDataString(form.Value)}.{format}";

    public static string Summary(CampaignId campaign) => $"/files/{Uri.EscapeDataString(campaign.Value)}/summary/draft.docx";

    public static string Charts(CampaignId campaign) => $"{Campaign(campaign)}/charts";

    public static string Evidence(CampaignId campaign, string format) => $"/files/{Uri.EscapeDataString(campaign.Value)}/evidence/photos.{format}";

    public const string SimilarPhotos = Home + "/photos";

    public static string Record(SubmissionId submission) => $"{Records}/{submission.Value}";

    public static string Import(Guid import) => $"{Imports}/{import}";

    public static string Group(GroupId group) => $"{Groups}/{group.Value}";

    public static string Unit(UnitId unit) => $"{Units}/{unit.Value}";

    public static string Plan(DraftId plan) => $"{Plans}/{plan.Value}";

    public static string HandIn(DraftId plan, string handIn) => $"{Plan(plan)}/handins/{Uri.EscapeDataString(handIn)}";

    public static string PlanForm(DraftId plan, int form) => FormattableString.Invariant($"{Plan(plan)}/forms/{form}");

    public static string Person(PersonId person) => $"{People}/{person.Value}";

    /// <summary>The path with a word about what was just done.</summary>
    public static string Done(string path, string what) => $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={what}";
}
