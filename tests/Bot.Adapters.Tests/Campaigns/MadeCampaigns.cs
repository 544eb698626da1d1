using Bot.Domain.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace Bot.Adapters.Tests.Campaigns;

/// <summary>Campaigns no plan would have, but every one a campaign file can hold.</summary>
internal static class MadeCampaigns
{
    private static readonly string[] Pieces =
    [
        "安全", "生产月", "“五进”", "‘’", "'", "\"", "\\", "\\n", ": ", ":", " #", "#", "- ", "-", "{x}", "{", "}", "[", "]", ",", "，", "👍", "🧯演练", "&a", "*a", "!tag",
        "|", ">", "%", "@", "`", "~", "null", "yes", "No", "true", "17:30", "2024", "2024-06-01", "1e3", "0x1F", ".5", "+1", "...", "---", "=", "<<", "?", "? ", "  ", "\t", "　",
        "\u00A0", "\u200B", "\uFEFF", "﹏", "（  ）", "____", "□是", "é",
    ];

    /// <summary>A text on one line that is not blank.</summary>
    private static readonly Gen<string> Text =
        from pieces in Gen.Elements(Pieces).NonEmptyListOf()
        from repeat in Gen.Frequency((30, Gen.Constant(1)), (1, Gen.Constant(400)))
        let text = string.Concat(Enumerable.Repeat(string.Concat(pieces), repeat))
        select string.IsNullOrWhiteSpace(text) ? "空" : text;

    private static readonly Gen<string?> Maybe = Gen.OneOf(Text.Select(text => (string?)text), Gen.Constant((string?)null));

    private static readonly Gen<IReadOnlyList<string>> Texts = Text.ListOf().Select(list => (IReadOnlyList<string>)[.. list.Take(4)]);

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 700).Select(day => new DateOnly(2023, 7, 1).AddDays(day));

    private static readonly Gen<Schedule> Any_schedule =
        from kind in Gen.Choose(0, 9)
        from day in Day
        from length in Gen.Choose(0, 200)
        from a in Gen.Choose(0, 31)
        from b in Gen.Choose(0, 31)
        select Make(kind, day, day.AddDays(length), a, b);

    private static readonly Gen<Slot> Blank =
        from phrase in Text
        from measure in Gen.OneOf(Text, Gen.Elements("场", "人次", "是否"))
        from latest in Gen.Elements(true, false)
        from evidence in Gen.Elements(true, false)
        from retired in Gen.Elements(true, false)
        from types in Texts
        select new Slot
        {
            Id = new SlotId("made.slot"), Phrase = phrase, Measure = measure, NeedsEvidence = evidence, Retired = retired, UnitTypes = types,
            Aggregate = measure == Slot.YesNo ? Aggregate.Any : latest ? Aggregate.Latest : Aggregate.Sum,
        };

    private static readonly Gen<FormRow> Row =
        from name in Text
        from requirement in Maybe
        from slots in Blank.ListOf()
        from text in Text
        select new FormRow { Name = name, Requirement = requirement, Slots = [.. slots.Take(5)], Lines = [text.Replace('{', '（').Replace('}', '）')] };

    private static readonly Gen<Form> Printed =
        from name in Text
        from subject in Text
        from attachment in Gen.Choose(0, 99)
        from ours in Gen.Elements(FormOrigin.Plan, FormOrigin.Ours)
        from columns in Text.NonEmptyListOf()
        from rows in Row.NonEmptyListOf()
        select new Form { Id = new FormId("form"), Name = name, Subject = subject, Attachment = attachment, Origin = ours, Columns = [.. columns.Take(4)], Rows = [.. rows.Take(3)] };

    private static readonly Gen<Obligation> Owed =
        from kind in Gen.Elements(Enum.GetValues<ObligationKind>())
        from thing in Maybe
        from subject in Text
        from schedule in Any_schedule
        from minute in Gen.Choose(-1, 1439)
        from asks in Gen.Choose(0, 31)
        from addressees in Texts
        from at in Maybe
        select new Obligation
        {
            Id = "owed", Kind = kind, Thing = thing, Subject = subject, Schedule = schedule, Asks = (Asked)asks, Addressees = addressees, Where = at,
            Time = minute < 0 ? null : new TimeOnly(minute / 60, minute % 60),
        };

    /// <summary>Any of them.</summary>
    public static readonly Gen<Campaign> Any =
        from title in Text
        from subject in Text
        from number in Maybe
        from theme in Maybe
        from edition in Gen.Choose(0, 200)
        from day in Day
        from length in Gen.Choose(0, 60)
        from events in Day.Zip(Text).ListOf()
        from activities in Texts
        from forms in Printed.ListOf()
        from owed in Owed.ListOf()
        select Named(new Campaign
        {
            Id = new CampaignId("made-2024"), Title = title, Subject = subject, Year = day.Year, DocumentNumber = number, Theme = theme,
            Edition = edition == 0 ? null : edition, Period = new DaySpan(day, day.AddDays(length)), Activities = activities,
            Events = [.. events.Take(3).Select(e => new CampaignEvent(e.Item1, e.Item2))], Forms = [.. forms.Take(3)], Obligations = [.. owed.Take(4)],
        });

    /// <summary>Gives every part its own name, and every slot its blank in the row's lines.</summary>
    private static Campaign Named(Campaign campaign)
    {
        var number = 0;
        FormRow Row(FormRow row)
        {
            var slots = row.Slots.Select(slot => slot with { Id = new SlotId($"made.slot{++number}") }).ToList();
            return row with { Slots = slots, Lines = [.. row.Lines, .. slots.Select(slot => $"{slot.Measure.Replace('{', '（').Replace('}', '）')}（{{{slot.Id}}}）")] };
        }

        var forms = campaign.Forms.Select((form, at) => form with { Id = new FormId($"form{at + 1}"), Rows = [.. form.Rows.Select(Row)] }).ToList();
        return campaign with
        {
            Forms = forms,
            Obligations = [.. campaign.Obligations.Select((owed, at) => owed with { Id = $"owed-{at + 1}", Form = at < forms.Count ? forms[at].Id : null })],
        };
    }

    private static Schedule Make(int kind, DateOnly from, DateOnly to, int a, int b)
    {
        DayOfWeek[] days = [.. new[] { (DayOfWeek)(a % 7), (DayOfWeek)(b % 7) }.Distinct()];
        int[] monthDays = [.. new[] { a, b }.Distinct()];
        var (first, last) = (new DateOnly(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1));
        return kind switch
        {
            0 => new Schedule.Once(from),
            1 => new Schedule.Dates([.. new[] { from, to }.Distinct()]),
            2 => new Schedule.Daily(from, to),
            3 => new Schedule.Weekly([], from, to),
            4 => new Schedule.Weekly(days, from, to),
            5 => new Schedule.Biweekly(from.DayOfWeek, from, to),
            6 => new Schedule.Monthly(monthDays, first, last),
            7 => new Schedule.Quarterly((a % 3) + 1, b, first, last),
            8 => new Schedule.PerActivity(a),
            _ => new Schedule.Unspecified(),
        };
    }

}
