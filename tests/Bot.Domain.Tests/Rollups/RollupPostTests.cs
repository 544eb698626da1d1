using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Ledger;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;
using Bot.Domain.Rollups;
using Xunit;

namespace Bot.Domain.Tests.Rollups;

/// <summary>What is posted about figures, and when it is posted again.</summary>
public sealed class RollupPostTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DaySpan Week = Season.Days(7, 13);

    [Fact]
    public void A_group_hears_three_lines_with_coverage_the_period_and_so_far()
    {
        var season = new Season().Book("张村", Season.Drills, 1, day: 5).Book("张村", Season.Drills, 2).Book("李村", Season.People, 120);

        Assert.Equal(
            "安全生产月活动材料（6月7日至13日）：已报2/3家。未报的不按零计。\n本期：drill.own.sessions2场、drill.own.attendance120人次。\n累计（截至6月13日）：drill.own.sessions3场、drill.own.attendance120人次。",
            RollupPostText.Group([PostSamples.Post(season, PostSamples.Weekly, Week, "王村")]));
    }

    [Fact]
    public void An_admin_hears_the_same_figures_and_who_is_missing()
    {
        var season = new Season().Book("张村", Season.Drills, 2);

        var text = RollupPostText.Admin([PostSamples.Post(season, PostSamples.Weekly, Week, "李村", "王村")]);
        Assert.Contains("已报1/3家。\n未报2家：李村、王村，不按零计。\n本期：drill.own.sessions2场。", text, StringComparison.Ordinal);
        Assert.Contains("都报齐了。", RollupPostText.Admin([PostSamples.Post(season, PostSamples.Weekly, Week)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_reported_is_said_and_not_shown_as_zero()
    {
        var text = RollupPostText.Group([PostSamples.Post(new Season(), PostSamples.Weekly, Week, "张村", "李村", "王村")]);
        Assert.Contains("已报0/3家", text, StringComparison.Ordinal);
        Assert.Contains("本期：还没有记到数字。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_form_is_about_is_told_without_figures()
    {
        var post = PostSamples.Post(new Season(), PostSamples.Weekly with { Subject = "沈阳行" }, Week, "王村");
        Assert.Equal("沈阳行活动材料（6月7日至13日）：已报2/3家。未报的不按零计。", RollupPostText.Group([post]));
        Assert.DoesNotContain("数字", RollupPostText.Group([post, post]), StringComparison.Ordinal);
        Assert.DoesNotContain("统计表", RollupPostText.Admin([post]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_group_hears_three_lines_at_most_however_much_falls_together(int posts)
    {
        var season = new Season().Book("张村", Season.Drills, 2).Book("张村", Season.Bases, 4).Book("张村", Season.Film, 1);
        var text = RollupPostText.Group([.. Enumerable.Repeat(PostSamples.Post(season, PostSamples.Weekly, Week, "王村"), posts)]);
        Assert.True(text.Split('\n').Length <= 3, text);
        Assert.Equal(posts, text.Split("已报2/3家").Length - 1);
    }

    [Fact]
    public void A_closing_hand_in_has_one_line_of_figures_and_its_deadline()
    {
        var season = new Season().Book("张村", Season.Drills, 1, day: 1).Book("张村", Season.Drills, 2, day: 20);
        Assert.Equal(
            "安全生产月总结（6月25日截止）：已报3/3家。\n累计（截至6月25日）：drill.own.sessions3场。",
            RollupPostText.Group([PostSamples.Post(season, PostSamples.Summary, new DaySpan(HandInDays.Beginning, new DateOnly(2024, 6, 25)))]));
    }

    [Fact]
    public void Figures_that_wait_to_be_checked_are_marked()
    {
        var season = new Season().Book("张村", Season.Drills, 50, pending: true);
        Assert.Contains("50场*（*含待核）", RollupPostText.Group([PostSamples.Post(season, PostSamples.Weekly, Week)]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stock_figure_is_no_news_of_the_period()
    {
        var post = PostSamples.Post(new Season().Book("张村", Season.Bases, 4), PostSamples.Weekly, Week);
        Assert.Empty(post.OfPeriod);
        Assert.Equal(Season.Bases, Assert.Single(post.SoFar).Slot.Id);
    }

    [Theory]
    [InlineData(13, 1, true)] // within the days
    [InlineData(5, 1, false)] // another period's days
    [InlineData(14, 1, false)]
    [InlineData(13, 0, false)]
    public void The_fingerprint_tells_whether_the_posted_figures_changed(int day, int delta, bool changes)
    {
        var before = PostSamples.Post(new Season().Book("张村", Season.Drills, 2), PostSamples.Weekly, Week);
        var season = new Season().Book("张村", Season.Drills, 2);
        if (delta != 0) season.Book("李村", Season.Drills, delta, day);
        Assert.Equal(changes, PostSamples.Post(season, PostSamples.Weekly, Week).Fingerprint != before.Fingerprint);
    }

    [Fact]
    public void A_correction_there_and_back_changes_nothing()
    {
        var before = PostSamples.Post(new Season().Book("张村", Season.Drills, 2), PostSamples.Weekly, Week).Fingerprint;
        var season = new Season().Book("张村", Season.Drills, 2, activity: 1)
            .Book("张村", Season.Drills, 3, activity: 1, cause: BookingCause.Correction).Book("张村", Season.Drills, -3, activity: 1, cause: BookingCause.Correction);
        Assert.Equal(before, PostSamples.Post(season, PostSamples.Weekly, Week).Fingerprint);
    }

    [Fact]
    public void A_correction_of_an_earlier_week_changes_the_closing_figures()
    {
        var all = new DaySpan(HandInDays.Beginning, new DateOnly(2024, 6, 25));
        var before = PostSamples.Post(new Season().Book("张村", Season.Drills, 2, day: 3), PostSamples.Summary, all).Fingerprint;
        Assert.NotEqual(before, PostSamples.Post(new Season().Book("张村", Season.Drills, 2, day: 3).Book("李村", Season.Drills, 1, day: 4), PostSamples.Summary, all).Fingerprint);
    }

    [Theory]
    [InlineData("2024-06-14T10:10:00", "2024-06-14T10:30:00")]
    [InlineData("2024-06-14T10:30:00", "2024-06-14T11:00:00")]
    [InlineData("2024-06-14T20:20:00", "2024-06-14T20:30:00")]
    [InlineData("2024-06-14T20:40:00", "2024-06-15T08:00:00")] // 21:00 is quiet
    [InlineData("2024-06-14T23:50:00", "2024-06-15T08:00:00")]
    [InlineData("2024-06-15T03:00:00", "2024-06-15T08:00:00")]
    [InlineData("2024-06-15T07:40:00", "2024-06-15T08:00:00")]
    public void A_corrected_post_comes_at_the_next_half_hour_that_is_not_quiet(string changed, string posted)
    {
        var policy = PushPolicy.Default(PostSamples.Weekly);
        Assert.Equal(Local(posted), CorrectedPosts.PlannedAt(Local(changed), policy, Zone));
    }

    [Fact]
    public void A_recurring_hand_in_covers_its_window_and_a_closing_one_everything()
    {
        var running = PostSamples.Running(PostSamples.Weekly, PostSamples.Summary, PostSamples.Table);
        Assert.Equal(Season.Days(7, 13), HandInDays.Of(running, PostSamples.Weekly, running.OccurrencesOf(PostSamples.Weekly, Zone)[1]));
        Assert.Equal(new DaySpan(HandInDays.Beginning, new DateOnly(2024, 6, 25)), HandInDays.Of(running, PostSamples.Summary, running.OccurrencesOf(PostSamples.Summary, Zone)[0]));
        Assert.Equal(
            new DaySpan(new DateOnly(2024, 6, 26), new DateOnly(2024, 7, 25)), HandInDays.Of(running, PostSamples.Table, running.OccurrencesOf(PostSamples.Table, Zone)[1]));
    }

    [Fact]
    public void A_cut_off_ends_the_days_before_the_deadline()
    {
        var cut = new DateOnly(2024, 6, 20);
        var running = PostSamples.Running(PostSamples.Summary);
        running = running with { Set = new Dictionary<string, ObligationSettings> { ["summary"] = ObligationSettings.Default(PostSamples.Summary) with { CutOff = cut } } };
        Assert.Equal(cut, HandInDays.Of(running, PostSamples.Summary, running.OccurrencesOf(PostSamples.Summary, Zone)[0]).To);
    }

    private static DateTimeOffset Local(string time) => new(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}
