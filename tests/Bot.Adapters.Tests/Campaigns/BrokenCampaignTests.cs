using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Xunit;

namespace Bot.Adapters.Tests.Campaigns;

public class BrokenCampaignTests
{
    /// <summary>A good file, small enough to count its lines.</summary>
    private const string Good = """
        id: hill-2024
        title: 山上街道活动方案
        subject: 安全生产月
        year: 2024
        period: { from: 2024-06-01, to: 2024-06-30 }
        events:
          - { date: 2024-06-16, name: 咨询日 }
        activities: [学习, 演练]
        obligations:
          - id: weekly
            kind: material
            schedule: weekly
            weekday: thu
            from: 2024-06-01
            to: 2024-06-30
            asks: [words, photos]
          - id: table
            kind: statistics
            schedule: once
            due: 2024-06-28
            time: "17:30"
            form: form1
        forms:
          - id: form1
            attachment: 1
            name: 进展情况统计表
            origin: plan
            columns: [活动项目, 进展情况]
            rows:
              - name: 演练
                lines:
                  - 组织演练（{drill.own.sessions}）场，参与（{drill.own.attendance}）人次，{drill.own.done}
                slots:
                  - { slot: drill.own.sessions, phrase: 组织演练, measure: 场 }
                  - { slot: drill.own.attendance, phrase: 组织演练 · 参与, measure: 人次 }
                  - { slot: drill.own.done, phrase: 全员, measure: 是否 }
        """;

    public static TheoryData<string, string, string, string> Cases => new()
    {
        { "unknown key", "year: 2024", "year: 2024\ncolour: red",
            "5:1: found the unknown key \"colour\", expected one of id, title, subject, year, edition, document_number, theme, period, events, activities, obligations, forms" },
        { "key missing", "title: 山上街道活动方案\n", "", "1:1: found no title in the campaign, expected title: …" },
        { "key twice", "year: 2024", "year: 2024\nyear: 2024", "5:1: found the key \"year\" again, expected each key once" },
        { "null where a text belongs", "title: 山上街道活动方案", "title: ~", "1:1: found no title in the campaign, expected title: …" },
        { "a list where a text belongs", "title: 山上街道活动方案", "title: [山上]", "2:8: found a list, expected a text" },
        { "a text over several lines", "title: 山上街道活动方案", "title: |\n  山上\n  街道", "2:8: found \"山上↵街道↵\", expected a text on one line" },
        { "campaign name", "id: hill-2024", "id: 山上", "1:5: found \"山上\", expected a name of lower-case letters, digits and hyphens" },
        { "year is no number", "year: 2024", "year: 二〇二四", "4:7: found \"二〇二四\", expected a whole number from 2000 to 2100" },
        { "year beside the period", "year: 2024", "year: 2023", "4:7: found \"2023\", expected the year of the period's first day, \"2024-06-01\"" },
        { "a day that is none", "to: 2024-06-30 }", "to: 2024-06-31 }", "5:33: found \"2024-06-31\", expected a day of the calendar such as 2024-06-13" },
        { "a day in other words", "due: 2024-06-28", "due: 6月28日", "20:10: found \"6月28日\", expected a day of the calendar such as 2024-06-13" },
        { "period backwards", "to: 2024-06-30 }", "to: 2024-05-30 }", "5:33: found \"2024-05-30\", expected a day not before from" },
        { "an event without a day", "date: 2024-06-16, ", "", "7:5: found no date in the event, expected date: …" },
        { "kind", "kind: material", "kind: photos", "11:11: found \"photos\", expected liaison, material, progress, summary, statistics, plan or other" },
        { "schedule word", "schedule: once", "schedule: sometimes",
            "19:15: found \"sometimes\", expected once, dates, daily, weekly, biweekly, monthly, quarterly, per_activity or unspecified" },
        { "a key of another schedule", "due: 2024-06-28", "due: 2024-06-28\n    weekday: thu", "21:14: found weekday with the schedule once, expected due with it" },
        { "a schedule without its key", "    due: 2024-06-28\n", "", "19:15: found the schedule once without due, expected due with it" },
        { "keys of a schedule that takes none", "schedule: once", "schedule: unspecified", "20:10: found due with the schedule unspecified, expected no day with it" },
        { "two days where one is due", "due: 2024-06-28", "due: [2024-06-28, 2024-06-29]", "20:10: found a list, expected a day of the calendar such as 2024-06-13" },
        { "weekday", "weekday: thu", "weekday: 周四", "13:14: found \"周四\", expected mon, tue, wed, thu, fri, sat or sun" },
        { "weekday twice", "weekday: thu", "weekday: [thu, thu]", "13:20: found \"thu\" again, expected each once" },
        { "span backwards", "    to: 2024-06-30\n", "    to: 2024-05-30\n", "15:9: found \"2024-05-30\", expected a time not before from" },
        { "days where months belong", "schedule: weekly\n    weekday: thu", "schedule: monthly\n    day: 25", "14:11: found \"2024-06-01\", expected a month such as 2024-06" },
        { "biweekly from another day", "schedule: weekly", "schedule: biweekly", "14:11: found \"2024-06-01\", expected the first due day, on that day of the week" },
        { "day of the month", "schedule: weekly\n    weekday: thu\n    from: 2024-06-01\n    to: 2024-06-30", "schedule: monthly\n    day: 32\n    from: 2024-06\n    to: 2024-07",
            "13:10: found \"32\", expected a whole number from 1 to 31" },
        { "hour", "time: \"17:30\"", "time: 下班前", "21:11: found \"下班前\", expected an hour such as 17:30" },
        { "asked", "asks: [words, photos]", "asks: [words, smell]", "16:19: found \"smell\", expected words, photos, video, paper or stamped_scan" },
        { "form reference", "form: form1", "form: form9", "22:11: found the unknown form \"form9\", expected form1" },
        { "obligation twice", "id: table", "id: weekly", "17:9: found the obligation \"weekly\" again, expected a name used once" },
        { "origin", "origin: plan", "origin: theirs", "27:13: found \"theirs\", expected plan or ours" },
        { "attachment", "attachment: 1", "attachment: first", "25:17: found \"first\", expected a whole number from 0 to 99" },
        { "no columns", "columns: [活动项目, 进展情况]", "columns: []", "28:14: found an empty list, expected a list of column headings" },
        { "slot twice", "slot: drill.own.attendance,", "slot: drill.own.sessions,", "35:21: found the slot \"drill.own.sessions\" again, expected a name used once in the campaign" },
        { "slot name", "slot: drill.own.sessions", "slot: Drill", "34:21: found \"Drill\", expected a name such as drill.evacuation.sessions: lower-case words joined by points" },
        { "blank without a slot", "，{drill.own.done}", "，{drill.own.done}，{drill.own.plan}", "32:87: found the blank {drill.own.plan}, expected a slot of this row's slots" },
        { "blank twice", "，{drill.own.done}", "，{drill.own.done}，{drill.own.done}", "32:87: found the blank {drill.own.done} again, expected each blank once" },
        { "slot without a blank", "，{drill.own.done}", "", "36:21: found the slot \"drill.own.done\" without a blank, expected {drill.own.done} in the row's lines" },
        { "blanks in another order", "组织演练（{drill.own.sessions}）场，参与（{drill.own.attendance}）人次", "组织演练（{drill.own.attendance}）场，参与（{drill.own.sessions}）人次",
            "34:21: found \"drill.own.sessions\", expected drill.own.attendance, the next blank of the lines" },
        { "a single brace", "人次，", "人次}，", "32:69: found a single brace, expected {slot}" },
        { "aggregate", "measure: 场 }", "measure: 场, aggregate: average }", "34:78: found \"average\", expected sum, latest or any" },
        { "yes/no that adds up", "measure: 是否 }", "measure: 是否, aggregate: sum }", "36:73: found sum with the measure \"是否\", expected any" },
        { "a figure that is any", "measure: 场 }", "measure: 场, aggregate: any }", "34:78: found any with the measure \"场\", expected sum or latest (any is for 是否)" },
        { "yes or no", "measure: 场 }", "measure: 场, evidence: yes }", "34:77: found \"yes\", expected true or false" },
        { "tab in the indentation", "  - { date", "\t- { date", "7:1: found a tab in the indentation, expected spaces" },
        { "anchor", "activities: [学习, 演练]", "activities: &a [学习, 演练]", "8:13: found an anchor (&), expected a plain value" },
        { "alias", "activities: [学习, 演练]", "activities: *a", "8:13: found an alias (*), expected the value itself" },
        { "tag", "title: 山上街道活动方案", "title: !!binary 山上", "2:8: found a tag (!), expected a plain value" },
        { "a second document", "obligations:", "---\nobligations:", "9:1: found a second document, expected one document" },
        { "control character", "学习", "学\u0007习", "8:15: found the control character U+0007, expected text" },
    };

    [Fact]
    public void The_good_file_is_good()
    {
        var campaign = Assert.IsType<CampaignFile.Loaded>(Read(Good)).Campaign;

        Assert.Equal(new Schedule.Once(new DateOnly(2024, 6, 28)), campaign.Obligations[1].Schedule);
        Assert.Equal(new TimeOnly(17, 30), campaign.Obligations[1].Time);
        Assert.Equal(Asked.Words | Asked.Photos, campaign.Obligations[0].Asks);
        Assert.Equal([Aggregate.Sum, Aggregate.Sum, Aggregate.Any], campaign.Slots.Select(slot => slot.Aggregate));
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_fault_is_named_with_its_line(string name, string good, string bad, string expected)
    {
        Assert.True(Good.Split(good).Length > 1, name);
        var at = Good.IndexOf(good, StringComparison.Ordinal);

        var file = Read(Good[..at] + bad + Good[(at + good.Length)..]);

        Assert.Contains($"hill.yaml:{expected}", Assert.IsType<CampaignFile.Broken>(file).Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void All_faults_of_a_file_are_told_at_once()
    {
        var bad = Good.Replace("year: 2024", "year: soon", StringComparison.Ordinal).Replace("kind: statistics", "kind: gift", StringComparison.Ordinal);

        Assert.Equal([4, 18], Assert.IsType<CampaignFile.Broken>(Read(bad)).Faults.Select(fault => fault.Line));
    }

    private static CampaignFile Read(string text) => CampaignYaml.Read(Encoding.UTF8.GetBytes(text), "hill.yaml");
}
