using Bot.Domain.Campaigns;
using Bot.Domain.Drafts;
using Bot.Domain.Dues;
using Bot.Domain.Plans;
using Xunit;

namespace Bot.Domain.Tests.Drafts;

/// <summary>A reading with what people said otherwise: things keep their names, doubts follow what they are about.</summary>
public sealed class CorrectedPlanTests
{
    private static readonly DateOnly Thursday = new(2024, 6, 20);
    private static readonly DateOnly Saturday = new(2024, 6, 22);

    private static readonly PlanReading Read = new()
    {
        Title = "方案", Year = 2024, Period = new DaySpan(new(2024, 6, 1), new(2024, 6, 30)),
        Obligations = [HandIn("material", Thursday), HandIn("summary", Thursday) with { Form = 1 }, HandIn("other", Thursday)],
        Forms = [Form("表一", "a.x.count", "a.y.count"), Form("表二", "b.x.count", "b.y.count")],
        Events = [new CampaignEvent(new(2024, 6, 1), "启动"), new CampaignEvent(new(2024, 6, 16), "咨询日")],
        Sentences = new Dictionary<string, string> { ["period"] = "时间：6月", ["events[1]"] = "6月16日咨询" },
        Unsure = [new PlanDoubt("obligations[2]", "某句", "不确定"), new PlanDoubt("forms[1].slots[1]", "", "漏印"), new PlanDoubt("period", "时间：6月", "两处不一致")],
    };

    [Fact]
    public void Nothing_said_changes_nothing() => Assert.Same(Read, Correct());

    [Fact]
    public void A_doubt_goes_with_what_it_is_about_and_is_gone_with_it()
    {
        Assert.Contains(Correct(new PlanCorrection.NoHandIn("material")).Unsure, d => d is { Path: "obligations[1]", Reason: "不确定" });
        Assert.DoesNotContain(Correct(new PlanCorrection.NoHandIn("other")).Unsure, d => d.Reason == "不确定");
        Assert.DoesNotContain(Correct(new PlanCorrection.HandIn(HandIn("other", Thursday))).Unsure, d => d.Reason == "不确定");
        Assert.Contains(Correct(new PlanCorrection.NoBlank(new SlotId("b.x.count"))).Unsure, d => d is { Path: "forms[1].slots[0]", Reason: "漏印" });
        Assert.Contains(Correct(new PlanCorrection.NoForm("表一")).Unsure, d => d is { Path: "forms[0].slots[1]", Reason: "漏印" });
        Assert.DoesNotContain(Correct(new PlanCorrection.NoBlank(new SlotId("b.y.count"))).Unsure, d => d.Reason == "漏印");
    }

    [Fact]
    public void What_a_person_set_is_in_doubt_no_more()
    {
        var reading = Correct(new PlanCorrection.Period(new DaySpan(new(2024, 6, 1), new(2024, 7, 5))));
        Assert.DoesNotContain(reading.Unsure, d => d.Path == "period");
        Assert.DoesNotContain("period", reading.Sentences.Keys);
    }

    [Fact]
    public void A_deadline_moved_to_a_rest_day_is_told()
    {
        var reading = Correct(new PlanCorrection.HandIn(HandIn("summary", Saturday)));
        Assert.Contains(reading.Unsure, d => d.Path == "obligations[1]" && d.Reason.Contains("休息日", StringComparison.Ordinal));
    }

    [Fact]
    public void A_hand_in_keeps_its_form_when_another_form_is_dropped_and_loses_it_with_it()
    {
        Assert.Equal(0, Correct(new PlanCorrection.NoForm("表一")).Obligations[1].Form);
        Assert.Null(Correct(new PlanCorrection.NoForm("表二")).Obligations[1].Form);
    }

    [Fact]
    public void A_dropped_blank_leaves_its_printed_words()
    {
        var row = Correct(new PlanCorrection.NoBlank(new SlotId("a.x.count"))).Forms[0].Rows[0];
        Assert.Equal("甲（\u3000）个，乙（{a.y.count}）个", Assert.Single(row.Lines));
        Assert.Equal("a.y.count", Assert.Single(row.Slots).Id.Value);
    }

    [Fact]
    public void Events_keep_their_sentences_by_what_they_are()
    {
        var reading = Correct(new PlanCorrection.Events([new CampaignEvent(new(2024, 6, 16), "咨询日")]));
        Assert.Equal("6月16日咨询", reading.Sentences["events[0]"]);
        Assert.DoesNotContain("events[1]", reading.Sentences.Keys);
    }

    [Fact]
    public void What_was_read_differently_meanwhile_is_no_hindrance()
    {
        var reading = Correct(new PlanCorrection.NoHandIn("gone"), new PlanCorrection.NoBlank(new SlotId("no.such.count")), new PlanCorrection.HandIn(HandIn("own-plan", Thursday)));
        Assert.Equal(["material", "summary", "other", "own-plan"], reading.Obligations.Select(o => o.Id));
    }

    private static PlanReading Correct(params IReadOnlyList<PlanCorrection> corrections) => CorrectedPlan.Of(Read, corrections, WorkingDays.ByWeek);

    private static PlanObligation HandIn(string id, DateOnly due) => new() { Id = id, Kind = ObligationKind.Other, Thing = "材料", Schedule = new Schedule.Once(due), Sentence = "某句" };

    private static PlanForm Form(string name, string first, string second) => new()
    {
        Name = name, Attachment = 1, Printed = true,
        Rows = [new FormRow { Name = "栏", Lines = [$"甲（{{{first}}}）个，乙（{{{second}}}）个"], Slots = [Slot(first), Slot(second)] }],
    };

    private static Slot Slot(string id) => new() { Id = new SlotId(id), Phrase = id, Measure = "个", Aggregate = Aggregate.Sum };
}
