using System.Net;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;

namespace Bot.Host.Tests.Console;

/// <summary>What an office enters wrongly about its pushes; one program for all, since nothing is kept.</summary>
public sealed class PolicyFaultTests(OpenConsole console) : IClassFixture<OpenConsole>
{
    private const string Weekly = "/console/campaigns/baita-2024/policy/weekly-material";
    private const string Summary = "/console/campaigns/baita-2024/policy/summary";
    private const string Someday = "/console/campaigns/industrial-2021/policy/material";

    public static TheoryData<string, string, string, string, string> Wrong => new()
    {
        { "in the quiet hours", Weekly, "at.0", "22:00", "免打扰时段里" },
        { "no hour", Weekly, "at.0", "晚上", "时刻请写成" },
        { "too many days", Weekly, "count.0", "31", "天数请填0到30" },
        { "days that are none", Weekly, "count.0", "三", "天数请填0到30的整数" },
        { "the day itself by working days", Weekly, "count.0", "0", "按工作日数，最少是1" },
        { "a kind nobody knows", Weekly, "kind.0", "Shout", "天数请填" },
        { "thanks at an hour", Weekly, "kind.0", "Thanks", "致谢不定时刻" },
        { "a name made up", Weekly, "name.0", "thanks", "这一步的编号不对" },
        { "another step's name", Weekly, "name.0", "day-15", "这一步的编号不对" },
        { "a quiet night without an end", Weekly, "quietto", "", "时刻请写成" },
        { "a week earlier", Weekly, "earlier", "7", "会早过上一次的截止日" },
        { "a word for a number", Weekly, "earlier", "两天", "提前的天数请填0到30" },
        { "a cut-off behind the deadline", Summary, "cutoff", "2024-06-26", "数据截止日" },
        { "a cut-off that is no day", Summary, "cutoff", "月底", "日期请写成" },
        { "a schedule nobody knows", Someday, "schedule", "hourly", "请选择每周、每月或一次" },
        { "once without a day", Someday, "schedule", "once", "请填写截止的日子" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_entered_wrongly_is_said_in_a_sentence_and_stays(string label, string path, string field, string value, string sentence)
    {
        var fields = With(Fields(await console.Admin.PageAsync(path), path), (field, value), ("do", "save"));
        var (status, page, _) = await console.Admin.PostAsync(path, fields);
        Assert.True(status == HttpStatusCode.UnprocessableEntity, label);
        Assert.Contains(sentence, Words(page), StringComparison.Ordinal);
        Assert.Contains("没有保存", page, StringComparison.Ordinal);
        if (field is not ("kind.0" or "schedule")) Assert.Equal(value, Fields(page, path).First(f => f.Field == field).Value);
        Assert.Equal(0, await console.Bot.Store.ReadAsync(db => db.ObligationSettings.CountAsync(), default));
    }
}
