using Bot.Domain.Checking;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Proposals;
using Bot.Domain.Reading;
using Bot.Domain.Replies;
using Bot.Domain.Tests.Ledger;
using Xunit;
using static Bot.Domain.Tests.Ledger.Saying;

namespace Bot.Domain.Tests.Proposals;

/// <summary>Which guesses about left-over figures hold, and what becomes of them.</summary>
public sealed class LeftFiguresTests
{
    private const string Text = "6月5日演练1场。会后曝光毛病17个，来了客人30人。谢谢大家。";
    private readonly LedgerReplay ledger = new();
    private RecordRequest original = null!;

    [Theory]
    [InlineData(1, "shenyang.expose.count", 17, true)]
    [InlineData(1, "consult.poster.count", 17, true)] // things are things: a person decides
    [InlineData(2, "study.lecture.attendance", 30, true)]
    [InlineData(1, "shenyang.expose.count", 18, false)]
    [InlineData(1, "study.lecture.attendance", 17, false)] // 个 are no 人次
    [InlineData(2, "study.lecture.sessions", 30, false)]
    [InlineData(1, "lifeline.drill.sessions", 17, false)] // holds a figure
    [InlineData(1, "study.film_life.done", 17, false)] // a box to tick
    [InlineData(1, "no.such.slot", 17, false)]
    [InlineData(0, "shenyang.expose.count", 17, false)]
    [InlineData(3, "shenyang.expose.count", 17, false)]
    [InlineData(int.MinValue, "shenyang.expose.count", 17, false)]
    public void A_guess_holds_only_where_piece_blank_value_and_measure_agree(int piece, string slot, int value, bool holds)
    {
        var remarks = Told().Check([new Proposal(piece, slot, value)], ledger.Ids);
        Assert.Equal(holds ? 1 : 0, remarks.Count);
        if (!holds) return;
        Assert.Equal((CheckCode.Proposed, true, slot, (decimal?)value), (remarks[0].Code, remarks[0].Blocks, remarks[0].Slot?.Value, remarks[0].Value));
        Assert.Equal("17个 30人".Split(' ')[piece - 1], Text[remarks[0].Span!.Value.From..remarks[0].Span!.Value.To]);
    }

    [Fact]
    public void Two_guesses_for_one_figure_or_one_blank_are_none()
    {
        Assert.Empty(Told().Check([new Proposal(1, "shenyang.expose.count", 17), new Proposal(1, "consult.poster.count", 17)], ledger.Ids));
        Assert.Equal(2, Told().Check([new Proposal(1, "shenyang.expose.count", 17), new Proposal(2, "study.lecture.attendance", 30)], ledger.Ids).Count);
    }

    [Fact]
    public void Only_the_sentences_with_left_over_figures_are_told_and_none_that_is_too_long()
    {
        var request = Told().Request(["毛病"], 800)!;
        Assert.Equal("会后曝光某某17个，来了客人30人。", request.Text);
        Assert.Equal(["17个", "30人"], request.Pieces);
        Assert.DoesNotContain(request.Slots, s => s.Id.Value is "lifeline.drill.sessions" or "study.film_life.done");
        Assert.Null(Told().Request([], 10));
    }

    [Fact]
    public void A_yes_books_it_as_the_answer_s_and_a_no_books_nothing()
    {
        var asked = Told().Check([new Proposal(1, "shenyang.expose.count", 17)], ledger.Ids);
        Assert.Equal("“会后曝光毛病17个”还没有入表，是不是集中曝光突出问题17个？点“对”才记入。", Receipt.Compose(original, asked).Text);
        Assert.Equal("ds=1", ledger.Totals());
        Assert.Equal("好的，没有计入。", Answered(asked, Answer.Wrong));
        Assert.Equal("ds=1", ledger.Totals());
        Assert.Equal("已记 白塔社区 6月5日：集中曝光突出问题17个。", Answered(asked, Answer.Right));
        Assert.Equal("ds=1 x=17", ledger.Totals());
        Assert.Equal(new MessageId(new Guid(77, 0, 0, new byte[8])), ledger.Bookings[^1].Message);
    }

    [Fact]
    public void A_yes_to_a_report_that_was_taken_back_books_nothing()
    {
        var asked = Told().Check([new Proposal(1, "shenyang.expose.count", 17)], ledger.Ids);
        ledger.Say(Retraction("6-5"));
        Assert.Equal("好的，没有计入。", Answered(asked, Answer.Right));
        Assert.Equal("", ledger.Totals());
    }

    [Theory]
    [InlineData(SubmissionChange.Edited, ReadingKind.Report, false)]
    [InlineData(SubmissionChange.New, ReadingKind.Correction, false)]
    [InlineData(SubmissionChange.New, ReadingKind.Report, true)]
    public void Nothing_is_told_of_edits_corrections_and_what_is_asked_already(SubmissionChange change, ReadingKind kind, bool asks)
    {
        Told();
        var request = original with { Change = change, Reading = original.Reading with { Kind = kind } };
        var decision = RecordSubmission.Decide(original with { Submission = new(ledger.Ids.Next()), Distinct = true }, ledger.State, ledger.Ids);
        if (asks) decision = decision with { Remarks = [new Remark { Id = ledger.Ids.Next(), Submission = request.Submission, Unit = Baita.Id, Code = CheckCode.Vague, Blocks = true }] };
        Assert.Null(LeftFigures.Of(request, decision));
    }

    private LeftFigures Told()
    {
        var at = Text.IndexOf("1场", StringComparison.Ordinal);
        var request = ledger.Request(Report("6-5", "6-5: ds=1") with { Text = Text, Distinct = true });
        var activities = request.Reading.Activities.Select(a => a with { Components = [.. a.Components.Select(c => c with { Span = new TextSpan(at, at + 2) })] }).ToList();
        original = request with
        {
            Reading = request.Reading with { Activities = activities, Extras = [new Extra("毛病", 17, "个", Span("17个"))], LeftOver = [Span("30人")] },
            Parts = [request.Parts[0] with { Activities = activities }],
        };
        return LeftFigures.Of(original, ledger.Say(original))!;
    }

    private string? Answered(IReadOnlyList<Remark> open, Answer answer)
    {
        var request = new AnswerRequest
        {
            Original = original, Open = open, Given = new GivenAnswer(open[0], answer), Message = new MessageId(new Guid(77, 0, 0, new byte[8])), By = Li, Now = original.Now.AddHours(1),
        };
        var decision = AnswerRemark.Decide(request, ledger.State, ledger.Ids);
        ledger.Write(decision.Ledger);
        return Receipt.Compose(request, decision)?.Text;
    }

    private static TextSpan Span(string words) => new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
