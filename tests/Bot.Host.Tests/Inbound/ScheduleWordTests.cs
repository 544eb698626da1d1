using System.Net;
using Xunit;

namespace Bot.Host.Tests.Inbound;

/// <summary>日程 and the calendar behind it.</summary>
public sealed class ScheduleWordTests : IAsyncLifetime
{
    private RunningBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await RunningBot.StartAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task The_next_deadlines_are_told_with_a_calendar()
    {
        var answer = await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "日程");
        Assert.Contains("6月13日（今天）：活动材料\n6月20日（周四）：活动材料\n6月25日（周二）：总结、沈阳行进展情况", answer.Text, StringComparison.Ordinal);
        Assert.Equal("报送日程.ics", Assert.Single(answer.Files).Name);
    }

    [Fact]
    public async Task The_calendar_opens_without_a_session_and_is_asked_for_cheaply()
    {
        var path = await PathAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var first = await http.GetAsync(path);
        Assert.Equal((HttpStatusCode.OK, "text/calendar"), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var again = new HttpRequestMessage(HttpMethod.Get, path);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var unchanged = await http.SendAsync(again);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_changed_address_opens_nothing()
    {
        var path = await PathAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };
        var other = path[..^5] + (path[^5] == 'a' ? 'b' : 'a') + ".ics";
        var secret = path[(path.LastIndexOf('/') + 1)..];
        foreach (var forged in new[] { other, path.Replace("baita-2024", "changzhou-2022", StringComparison.Ordinal), $"/calendars/{Guid.Empty:n}/baita-2024/{secret}", $"/calendars/{Guid.Empty:n}/x/{new string('a', 5000)}.ics" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(forged)).StatusCode);
        }
    }

    [Fact]
    public async Task The_address_stays_the_same_for_everybody_and_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-calendar").FullName;
        string first;
        await using (var one = await RunningBot.StartAsync(folder)) first = (await one.AskAsync(await one.PersonAsync("白塔社区安全员"), "日程")).Files[0].Path;
        await using (var two = await RunningBot.StartAsync(folder)) Assert.Equal(first, (await two.AskAsync(await two.PersonAsync("应急办管理员"), "/schedule")).Files[0].Path);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_address_from_outside_is_told_in_full()
    {
        await using var outside = await RunningBot.StartAsync(null, "--SafetyMonth:PublicUrl=https://bot.example.cn");
        var answer = await outside.AskAsync(await outside.PersonAsync("白塔社区安全员"), "日程");
        Assert.Contains("https://bot.example.cn/calendars/", answer.Text, StringComparison.Ordinal);
    }

    private async Task<string> PathAsync() => (await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "日程")).Files[0].Path;
}
