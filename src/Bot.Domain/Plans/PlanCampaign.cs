using System.Globalization;
using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>
/// Makes a campaign out of a plan's reading: the tables with figures become its forms, what must be handed in its obligations.
/// Liaison forms and lists without figures are no forms. A plan that prints no table with figures gets one of ours.
/// </summary>
public static class PlanCampaign
{
    private const int MostAttachments = 99;
    private static readonly string[] Periodicals = ["日报", "周报", "旬报", "月报", "季报", "快报", "专报"];

    /// <summary>The campaign, or what is missing for one.</summary>
    /// <param name="reading">The plan.</param>
    /// <param name="id">What the campaign is to be called for good.</param>
    public static PlanCampaignOutcome Of(PlanReading reading, CampaignId id)
    {
        ArgumentNullException.ThrowIfNull(reading);
        if (Missing(reading) is { } missing)
            return new PlanCampaignOutcome.Missing([missing]);
        var period = reading.Period!.Value;

        // A title that was not found is told as a doubt; an admin can write it in.
        var title = PlainText.Or(reading.Title, string.Create(CultureInfo.InvariantCulture, $"{period.From.Year}年{PlainText.Or(reading.Subject, "")}活动方案"));
        var subject = PlainText.Or(reading.Subject, ShortTitle.Of(title));
        var subjects = new CompanionSubjects(subject, [.. reading.Obligations.Select(duty => PlainText.Of(duty.Subject)).Where(words => words.Length > 0)]);
        var forms = Forms(reading, subjects);
        return new PlanCampaignOutcome.Made(new Campaign
        {
            Id = id,
            Title = title,
            Subject = subject,
            Year = period.From.Year,
            Period = period,
            Edition = reading.Edition is >= 1 and <= 200 ? reading.Edition : null,
            Theme = Optional(reading.Theme),
            DocumentNumber = Optional(reading.DocumentNumber),
            Activities = PlainText.All(reading.Activities),
            Events = [.. reading.Events.Select(held => held with { Name = PlainText.Of(held.Name) }).Where(held => held.Name.Length > 0)],
            Forms = [.. forms.Select(made => made.Form)],
            Obligations = [.. reading.Obligations.Select(duty => Obligation(duty, subjects, forms.Find(made => made.Of == duty.Form && duty.Form is not null)?.Form))],
        });
    }

    private static PlanDoubt? Missing(PlanReading reading) => reading switch
    {
        { Period: { From.Year: >= 2000 and <= 2100 } } => null,
        { Period: { } period } => new PlanDoubt("year", "", string.Create(CultureInfo.InvariantCulture, $"活动年份是{period.From.Year}年，不像是对的")),
        { Year: null } => new PlanDoubt("year", "", "看不出是哪一年的方案，活动起止时间定不下来"),
        _ => new PlanDoubt("period", "", "没有找到活动起止时间"),
    };

    private static List<MadeForm> Forms(PlanReading reading, CompanionSubjects subjects)
    {
        var made = new List<MadeForm>();
        for (var nth = 0; nth < reading.Forms.Count; nth++)
        {
            var printed = reading.Forms[nth];
            if (!printed.IsLiaison && printed.Slots.Any())
                made.Add(new MadeForm(nth, Printed(printed, made.Count + 1, subjects)));
        }

        if (made.Count > 0)
            return made;
        var unprinted = NamedOnly(reading);
        return [new MadeForm(unprinted, ActivityForm.Of(reading, subjects.Main, unprinted is { } at ? reading.Forms[at] : null))];
    }

    // The statistics table the plan names without printing it: the one that must be handed in, else the one that is called so.
    private static int? NamedOnly(PlanReading reading)
    {
        bool Fits(int nth) => reading.Forms[nth] is { IsLiaison: false, Printed: false };
        var asked = reading.Obligations.FirstOrDefault(duty => duty.Kind == ObligationKind.Statistics && duty.Form is { } nth && Fits(nth))?.Form;
        var called = Enumerable.Range(0, reading.Forms.Count).Where(nth => Fits(nth) && AttachedForms.KindOf(reading.Forms[nth].Name) == ObligationKind.Statistics).Select(nth => (int?)nth);
        return asked ?? called.FirstOrDefault();
    }

    private static Form Printed(PlanForm printed, int number, CompanionSubjects subjects)
    {
        var name = PlainText.Or(printed.Name, string.Create(CultureInfo.InvariantCulture, $"附件{printed.Attachment}"));
        var columns = PlainText.All(printed.Columns);
        return new Form
        {
            Id = new FormId(string.Create(CultureInfo.InvariantCulture, $"form{number}")),
            Attachment = printed.Attachment is >= 0 and <= MostAttachments ? printed.Attachment : 0,
            Name = name,
            Subject = subjects.Of(name),
            Origin = FormOrigin.Plan,
            Columns = columns.Count > 0 ? columns : ["活动项目", "进展情况"],
            Rows = [.. printed.Rows.Where(row => row.Slots.Count > 0).Select(row => PrintedRow.Of(row, name))],
        };
    }

    private static Obligation Obligation(PlanObligation duty, CompanionSubjects subjects, Form? form) => new()
    {
        Id = duty.Id,
        Kind = duty.Kind,
        Thing = HasName(duty) ? Optional(duty.Thing) : null,

        // A hand-in whose form is a companion's own is about the companion.
        Subject = PlainText.Or(duty.Subject, form?.Subject ?? subjects.Main),
        Schedule = SoundSchedule.Of(duty.Schedule),
        Time = duty.Time?.Time,
        Form = form?.Id,
        Asks = duty.Asks,
        Addressees = PlainText.All(duty.Addressees),
        Where = Optional(duty.Where),
    };

    // 清单 and 作品 are known by their names only, and so is a report with one of its own (运行日报); 逐月报 is none.
    private static bool HasName(PlanObligation duty) => duty.Kind == ObligationKind.Other
        || (duty.Kind == ObligationKind.Progress && Periodicals.Any(duty.Thing.EndsWith) && (duty.Thing.Length == 2 || duty.Thing[^3] is not ('逐' or '每' or '按')));

    private static string? Optional(string? printed) => PlainText.Of(printed) is { Length: > 0 } words ? words : null;

    /// <summary>A form with its place in the reading; null: it has none.</summary>
    private sealed record MadeForm(int? Of, Form Form);
}
