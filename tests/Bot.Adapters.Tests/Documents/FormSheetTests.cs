using Bot.Adapters.Documents;
using Bot.Adapters.Plans;
using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Adapters.Tests.Documents;

/// <summary>Figures and empty blanks as the office wants them, in the plan's own table and in the one we draw.</summary>
public sealed class FormSheetTests
{
    private static readonly FigureStyle Bare = new() { Bounds = false };
    private static readonly Form Printed = new()
    {
        Id = new FormId("form1"), Name = "“安全生产月”活动情况统计表", Attachment = 2, Subject = "安全生产月", Origin = FormOrigin.Plan, Columns = ["项目", "完成情况"], Rows = FormTemplateTests.Rows,
    };

    [Theory]
    [InlineData(true, EmptyBlank.Blank, "开展疏散演练3场，参加200余人次；", "召开动员会（  ）次，参会（  ）人")]
    [InlineData(false, EmptyBlank.Blank, "开展疏散演练3场，参加200人次；", "召开动员会（  ）次，参会（  ）人")]
    [InlineData(true, EmptyBlank.Zero, "开展疏散演练3场，参加200余人次；", "召开动员会（0）次，参会（0）人")]
    [InlineData(false, EmptyBlank.Stroke, "开展疏散演练3场，参加200人次；", "召开动员会（／）次，参会（／）人")]
    public void The_plans_own_table_shows_bounds_and_empty_blanks_as_chosen(bool bounds, EmptyBlank empty, string drill, string meeting)
    {
        var cells = OpenDocument.Table(Sheet(new FigureStyle { Bounds = bounds, Empty = empty }).Write(Unit(reported: true, ("b.drill.count", 3, Bound.Exact), ("b.drill.people", 200, Bound.Over)), new FormDocxOptions()))
            .Select(row => string.Join('/', row[^1])).ToList();

        Assert.Equal((meeting, drill), (cells[1], cells[2]));
        Assert.Contains("□是 □否", cells[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_not_reported_is_never_written_down_as_nothing()
    {
        var cells = OpenDocument.Table(Sheet(new FigureStyle { Empty = EmptyBlank.Zero }).Write(Unit(reported: false), new FormDocxOptions()));

        Assert.Equal("召开动员会（  ）次，参会（  ）人", string.Join('/', cells[1][^1]));
    }

    [Fact]
    public void The_drawn_table_follows_the_same_choice()
    {
        var rollup = new FilledForm("baita-2024").Book("study.lecture.sessions", 3).Book("study.lecture.attendance", 120, bound: Bound.About).Rollup();
        string First(FigureStyle style) => string.Join('/', OpenDocument.Table(FormSheet.Drawn(style).Write(rollup, new FormDocxOptions()))[1][^1]);

        Assert.Contains("约120", First(FigureStyle.Default), StringComparison.Ordinal);
        Assert.DoesNotContain("约120", First(Bare), StringComparison.Ordinal);
        Assert.Contains("120", First(Bare), StringComparison.Ordinal);
        Assert.Contains("／", First(Bare with { Empty = EmptyBlank.Stroke }), StringComparison.Ordinal);
    }

    private static FormSheet Sheet(FigureStyle style) => new(style, new PrintedSheet(Plans.WordFile.Of(FormTemplateTests.Plan), new FormPlace.Table(2)));

    private static Rollup Unit(bool reported, params (string Slot, decimal Value, Bound Bound)[] figures)
    {
        var unit = FilledForm.Units[0];
        var cells = Printed.Slots.Select(slot => figures.FirstOrDefault(f => f.Slot == slot.Id.Value) is { Slot: not null } figure
            ? new RollupCell { Slot = slot.Id, Value = figure.Value, Bound = figure.Bound, UnitCount = 1 }
            : RollupCell.Empty(slot.Id)).ToList();
        return new Rollup
        {
            Campaign = new CampaignId("plan"), CampaignTitle = "方案", Form = Printed, UnitName = unit.Name, Coverage = new Coverage(reported ? 1 : 0, 1, reported ? [] : [unit]),
            Cells = cells, Units = [new RollupUnit(unit, reported, cells)], Weeks = [], Sources = [],
        };
    }
}
