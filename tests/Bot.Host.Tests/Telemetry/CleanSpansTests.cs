using System.Diagnostics;
using Bot.Host.Telemetry;
using Xunit;

namespace Bot.Host.Tests.Telemetry;

/// <summary>What libraries say about themselves, before it leaves the program.</summary>
public sealed class CleanSpansTests : IDisposable
{
    private readonly ActivitySource others = new("Others");
    private readonly ActivitySource database = new("Npgsql");
    private readonly ActivityListener listener;

    public CleanSpansTests()
    {
        listener = new ActivityListener { ShouldListenTo = source => source == others || source == database, Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
    }

    [Fact]
    public void Of_a_request_goes_on_which_door_it_came_by_and_not_the_key_it_brought()
    {
        var span = Ended(others, s => s.SetTag("http.route", "/i/{secret}").SetTag("url.path", "/i/桂花").SetTag("url.query", "?name=签到.txt").SetTag("user_agent.original", "x"));

        Assert.Equal(["http.route"], span.TagObjects.Select(t => t.Key));
        Assert.True(span.Recorded);
    }

    [Fact]
    public void A_failure_goes_on_without_its_words()
    {
        Assert.Null(Ended(others, s => s.SetStatus(ActivityStatusCode.Error, "Key (桂花) already exists.")).StatusDescription);
        Assert.False(Ended(others, s => s.AddException(new InvalidOperationException("桂花"))).Recorded);
    }

    [Fact]
    public void Looking_whether_there_is_something_to_do_is_not_told()
    {
        Assert.False(Ended(database, _ => { }).Recorded);
        Assert.False(Ended(others, s => s.SetTag("http.route", "/health/ready")).Recorded);
        using var step = others.StartActivity("step");
        Assert.True(Ended(database, s => s.SetTag("db.query.text", "SELECT '桂花'")).Recorded);
    }

    public void Dispose()
    {
        listener.Dispose();
        others.Dispose();
        database.Dispose();
    }

    private static Activity Ended(ActivitySource source, Action<Activity> say)
    {
        using var span = source.StartActivity("span")!;
        say(span);
        using var clean = new CleanSpans();
        clean.OnEnd(span);
        return span;
    }
}
