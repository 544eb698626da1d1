using Bot.Adapters.Calendar;
using Bot.Host.Verbs;
using Xunit;

namespace Bot.Host.Tests.Verbs;

/// <summary>The yearly update: a notice or a list becomes the operator's own list, or nothing changes.</summary>
public sealed class CalendarTests : IDisposable
{
    private const string Notice = """
        关于2027年部分节假日安排的通知
        一、元旦：1月1日（周五）至3日（周日）放假，共3天。
        二、春节：2月5日（农历除夕、周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月14日（周日）上班。鼓励在2月4日（周四）安排休息。
        三、清明节：4月3日（周六）至5日（周一）放假，共3天。
        四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
        五、端午节：6月9日（周三）放假1天。
        六、中秋节：9月15日（周三）放假1天。
        七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-calendar");

    private OwnCalendar Own => OwnCalendar.In(folder.FullName);

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_known_years_are_listed_with_where_they_come_from()
    {
        var (code, said, complained) = await RunAsync(c => c.ListAsync(default));
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("2025  shipped  28 days off, 5 weekend days worked\n", said, StringComparison.Ordinal);
        Assert.EndsWith("own list: none\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("2027", said, StringComparison.Ordinal);

        await RunAsync(c => c.TakeNoticeAsync(Put("notice.txt", Notice), null, default));
        (_, said, _) = await RunAsync(c => c.ListAsync(default));
        Assert.Contains("2026  shipped", said, StringComparison.Ordinal);
        Assert.Contains("2027  own      28 days off, 5 weekend days worked\n", said, StringComparison.Ordinal);
        Assert.EndsWith($"own list: {Own.Path}\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_becomes_the_own_list_and_what_was_taken_is_said()
    {
        var (code, said, complained) = await RunAsync(c => c.TakeNoticeAsync(Put("notice.txt", Notice), 2027, default));
        Assert.Equal((0, ""), (code, complained));
        var lines = said.TrimEnd('\n').Split('\n');
        Assert.Equal("2027-01-01,rest,元旦  (Friday)", lines[0]);
        Assert.Contains("2027-02-14,work,春节  (Sunday)", lines);
        Assert.Contains("not taken: 鼓励在2月4日(周四)安排休息", lines);
        var days = new WorkCalendar(ShippedCalendar.Rows, Rows()).Days();
        Assert.Equal([true, false, true], new[] { "2027-02-04", "2027-02-05", "2027-05-08" }.Select(d => days.IsWorking(DateOnly.Parse(d))));
        Assert.Equal(33, lines.Count(l => l.EndsWith("day)", StringComparison.Ordinal)));
        Assert.Equal(33, Rows().Count);
    }

    [Fact]
    public async Task A_year_taken_again_is_replaced_and_the_others_stay()
    {
        await RunAsync(c => c.TakeListAsync(Put("2026.csv", HolidayCsv.Write(ShippedCalendar.Rows.Where(r => r.Year == 2026))), default));
        await RunAsync(c => c.TakeNoticeAsync(Put("notice.txt", Notice), null, default));
        var amended = Notice.Replace("5月8日（周六）上班", "5月9日（周日）上班", StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(c => c.TakeNoticeAsync(Put("amended.txt", amended), null, default))).Code);
        Assert.Equal(ShippedCalendar.Rows.Where(r => r.Year == 2026), Rows().Where(r => r.Year == 2026));
        Assert.Equal([new DateOnly(2027, 5, 9)], Rows().Where(r => r.Year == 2027 && r is { Works: true, Name: "劳动节" }).Select(r => r.Day));
    }

    [Fact]
    public async Task What_is_doubtful_changes_nothing()
    {
        await RunAsync(c => c.TakeNoticeAsync(Put("notice.txt", Notice), null, default));
        var before = await File.ReadAllTextAsync(Own.Path);
        var doubtful = Put("doubtful.txt", Notice.Replace("共8天", "共7天", StringComparison.Ordinal));
        (string Name, Func<Calendar, Task<int>> Take)[] takes =
        [
            ("doubtful.txt: 春节: “", c => c.TakeNoticeAsync(doubtful, null, default)),
            ("it speaks of 2027", c => c.TakeNoticeAsync(Put("other.txt", Notice), 2026, default)),
            ("2027 has no day off for", c => c.TakeListAsync(Put("part.csv", "date,day,name\n2027-01-01,rest,元旦\n"), default)),
            (":2: “2027-13-01” is not a day", c => c.TakeListAsync(Put("bad.csv", "date,day,name\n2027-13-01,rest,元旦\n"), default)),
            ("there is no such file", c => c.TakeListAsync(Path.Combine(folder.FullName, "nowhere.csv"), default)),
            ("it cannot be opened", c => c.TakeNoticeAsync(folder.FullName, null, default)),
        ];
        foreach (var (name, take) in takes)
        {
            var (code, said, complained) = await RunAsync(take);
            Assert.True(code == 1 && said.Length == 0 && complained.Contains(name, StringComparison.Ordinal), $"{name}: {code} {said}{complained}");
            Assert.Single(complained.TrimEnd().Split('\n'));
        }

        Assert.Equal(before, await File.ReadAllTextAsync(Own.Path));
        Assert.Equal([Own.Path], Directory.GetFiles(Path.GetDirectoryName(Own.Path)!));
    }

    [Fact]
    public async Task A_broken_own_list_is_not_written_over()
    {
        Put("calendar/cn-public-holidays.csv", "date,day,name\n2027-01-01,off,元旦\n");
        foreach (var take in new Func<Calendar, Task<int>>[] { c => c.ListAsync(default), c => c.TakeNoticeAsync(Put("notice.txt", Notice), null, default) })
        {
            var (code, _, complained) = await RunAsync(take);
            Assert.Equal(2, code);
            Assert.StartsWith($"{Own.Path}:2: “off” is neither rest nor work.", complained, StringComparison.Ordinal);
        }

        Assert.Contains("off", await File.ReadAllTextAsync(Own.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_it_cannot_be_written_that_is_said()
    {
        Put("calendar", "a file where the folder should be");
        var (code, _, complained) = await RunAsync(c => c.TakeNoticeAsync(Put("notice.txt", Notice), null, default));
        Assert.Equal(2, code);
        Assert.StartsWith(Own.Path, complained, StringComparison.Ordinal);
    }

    private IReadOnlyList<HolidayRow> Rows() => Own.Read().Match(taken => taken.Rows, fault => throw new InvalidOperationException(fault.ToString()));

    private string Put(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    private async Task<(int Code, string Said, string Complained)> RunAsync(Func<Calendar, Task<int>> run)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await run(new Calendar(Own, output, errors));
        return (code, output.ToString(), errors.ToString());
    }
}
