using Bot.Domain.Campaigns;
using Bot.Domain.Checking;
using Bot.Domain.Tests.Dues;

namespace Bot.Adapters.Tests.Dues;

/// <summary>
/// Cases of baita-2024: material every Thursday of June, a summary by 25 June, progress of 沈阳行 by the 25th of each month
/// from June to December and its summary by 25 December.
/// </summary>
internal static class BaitaCases
{
    private const string Drill = "组织应急疏散演练1场，参加50人。";
    private const string Both = "白塔社区、桃仙社区";

    public static IReadOnlyList<DueCase> All =>
    [
        // Which occurrence of the weekly material.
        New("a report of today meets this week's").Say("06-11 10:00", "6月11日" + Drill, 2).Stands("weekly-material 06-13 met").Lacks(Asked.Nothing),
        New("at the last minute of the deadline day").Say("06-13 23:59", "今天" + Drill).Stands("weekly-material 06-13 met"),
        New("a minute after midnight, about the day before").Say("06-14 00:01", "昨天" + Drill).Stands("weekly-material 06-13 late"),
        New("a late report of last week does not silence this week").Say("06-17 09:00", "6月12日" + Drill).Stands("weekly-material 06-13 late")
            .Say("06-19 09:00", "今天" + Drill).Stands("weekly-material 06-13 late; weekly-material 06-20 met"),
        New("a dated report whose week is met meets nothing else").Say("06-12 09:00", "6月11日" + Drill).Say("06-17 09:00", "6月12日开展安全宣讲1场，30人参加。")
            .Stands("weekly-material 06-13 met").Offers(""),
        New("an undated second report of a week meets nothing and offers the older one").Say("06-11 09:00", Drill).Say("06-12 09:00", "开展安全宣讲1场，30人参加。")
            .Stands("weekly-material 06-13 met").Offers("weekly-material 06-06"),
        New("an undated second report with nothing overdue offers nothing").Say("06-05 09:00", "6月5日" + Drill).Say("06-11 09:00", Drill)
            .Say("06-12 09:00", "开展安全宣讲1场，30人参加。").Stands("weekly-material 06-06 met; weekly-material 06-13 met").Offers(""),
        New("undated after the last window: the last one, late").Say("06-28 09:00", Drill).Stands("weekly-material 06-27 late"),
        New("a day after the last window meets nothing").Say("06-29 09:00", "6月28日" + Drill).Stands("").Offers("weekly-material 06-27"),
        New("the launch before the first window, told inside it").Say("06-03 09:00", "5月31日组织观看启动仪式直播1场，40人参加。").Stands("weekly-material 06-06 met"),
        New("the launch told before the first window meets nothing").Say("05-31 15:00", "今天" + Drill).Stands(""),
        New("two days of two weeks: the one that is asked about now").Say("06-13 10:00", "6月5日演练1场，50人参加；6月12日宣讲1场，30人参加。").Stands("weekly-material 06-13 met"),
        New("two days of two weeks, the first just missed").Say("06-14 10:00", "6月12日演练1场，50人参加；6月14日宣讲1场，30人参加。").Stands("weekly-material 06-13 late"),
        New("a span lies where most of it lies").Say("06-17 10:00", "6月10日至16日活动情况：\n" + Drill).Stands("weekly-material 06-13 late"),
        New("last week in words").Say("06-17 10:00", "上周" + Drill).Stands("weekly-material 06-13 late"),
        New("last week in words, met already").Say("06-12 09:00", "6月11日" + Drill).Say("06-17 10:00", "上周开展安全宣讲1场，30人参加。").Stands("weekly-material 06-13 met").Offers(""),
        New("the third week of June").Say("06-24 10:00", "6月第三周活动情况：" + Drill).Stands("weekly-material 06-20 late"),
        New("the second week, without a month").Say("06-17 10:00", "第二周活动情况：" + Drill).Stands("weekly-material 06-13 late"),
        New("this week after its deadline, still missing").Say("06-14 10:00", "本周" + Drill).Stands("weekly-material 06-13 late"),
        New("this week after its deadline, met already").Say("06-12 09:00", "6月11日" + Drill).Say("06-14 10:00", "本周开展安全宣讲1场，30人参加。")
            .Stands("weekly-material 06-13 met; weekly-material 06-20 met"),
        New("this Tuesday is a day").Say("06-14 10:00", "本周二" + Drill).Stands("weekly-material 06-13 late"),
        New("a month word says nothing about weeks").Say("06-18 10:00", "6月份以来，" + Drill).Stands("weekly-material 06-20 met"),
        New("a month word in July is the last week").Say("07-01 10:00", "6月份活动情况：共" + Drill).Stands("weekly-material 06-27 late"),

        // Zero reports.
        New("nothing this week").Say("06-12 10:00", "本周无活动，零报告。").Stands("weekly-material 06-13 met").Lacks(Asked.Nothing),
        New("nothing in a week that is named by its day").Say("06-10 10:00", "6月6日当周零报告。").Stands("weekly-material 06-06 late"),
        New("nothing on a span").Say("06-17 10:00", "6月7日至13日无活动。").Stands("weekly-material 06-13 late"),
        New("nothing, late on Friday and again on Monday").Say("06-14 10:00", "本周无活动，零报告。").Say("06-17 10:00", "本周无活动，零报告。")
            .Stands("weekly-material 06-13 late; weekly-material 06-20 met"),
        New("nothing, sent twice").Say("06-12 10:00", "零报告").Say("06-12 10:01", "零报告").Stands("weekly-material 06-13 met").Offers(""),
        New("nothing for 沈阳行").Say("06-24 10:00", "“安全生产沈阳行”本月无进展。").Stands("shenyang-progress 06-25 met"),

        // Repeats, corrections, doubts.
        New("the same again meets nothing and offers nothing").Say("06-12 10:00", Drill).Say("06-12 10:02", Drill).Stands("weekly-material 06-13 met").Offers(""),
        New("the same day told again in the next week").Say("06-12 10:00", "6月12日" + Drill).Say("06-17 10:02", "6月12日我社区" + Drill).Stands("weekly-material 06-13 met"),
        New("a correction meets nothing").Say("06-05 10:00", "6月5日" + Drill).Say("06-12 10:02", "更正：6月5日应急疏散演练参加人数应为60人。").Stands("weekly-material 06-06 met"),
        New("a vague report meets").Say("06-12 10:00", "6月12日组织应急疏散演练1场，三四十人参加。").Stands("weekly-material 06-13 met"),
        New("a report of what has no blank meets").Say("06-12 10:00", "6月12日发放宣传资料500份，排查隐患12处。").Stands("weekly-material 06-13 met"),
        New("the same of what has no blank again").Say("06-12 10:00", "发放宣传资料500份。").Say("06-12 10:05", "发放宣传资料500份。").Stands("weekly-material 06-13 met").Offers(""),
        New("a conflict of two liaisons is one due").Say("06-12 10:00", "6月12日" + Drill).Say("06-12 11:00", "6月12日组织应急疏散演练1场，参加80人。", from: "白塔社区、").Stands("weekly-material 06-13 met"),

        // Who reports for two units.
        Two("one line about both").Say("06-12 10:00", "白塔社区6月11日应急疏散演练1场，参加52人；桃仙社区6月11日张贴宣传海报30张。", from: Both)
            .Stands("weekly-material 06-13 met").Stands("weekly-material 06-13 met", "桃仙社区"),
        Two("one of them did nothing").Say("06-12 10:00", "白塔社区6月11日应急疏散演练1场，参加52人；桃仙社区零报告。", from: Both)
            .Stands("weekly-material 06-13 met").Stands("weekly-material 06-13 met", "桃仙社区"),
        Two("neither did anything").Say("06-12 10:00", "两个社区本周都无活动，零报告", from: Both).Stands("weekly-material 06-13 met").Stands("weekly-material 06-13 met", "桃仙社区"),
        Two("neither has progress in 沈阳行").Say("06-24 10:00", "白塔社区、桃仙社区“安全生产沈阳行”6月均为零报告。", from: Both)
            .Stands("shenyang-progress 06-25 met").Stands("shenyang-progress 06-25 met", "桃仙社区"),
        Two("one of them, the other beside it").Say("06-12 10:00", "白塔社区6月11日在桃仙社区广场组织应急疏散演练1场，参加52人", from: Both)
            .Stands("weekly-material 06-13 met").Stands("", "桃仙社区"),
        Two("neither is named").Say("06-12 10:00", "6月12日" + Drill, from: Both).Stands("").Stands("", "桃仙社区"),
        Two("an edit takes one of them out").Say("06-12 10:00", "白塔社区零报告；桃仙社区零报告", from: Both, name: "first").Edit("first", "白塔社区零报告", from: Both)
            .Stands("weekly-material 06-13 met").Stands("", "桃仙社区"),

        // What is no hand-in.
        New("a notice about summaries").Say("06-20 10:00", "@所有人 请各社区6月25日前报送安全生产月总结，收到请回复。").Stands(""),
        New("a plan for tomorrow").Say("06-12 10:00", "明天计划开展应急疏散演练1场，预计参与80人。").Stands(""),
        New("a question about the summary").Say("06-20 10:00", "请问安全生产月总结什么时候交？").Stands(""),
        New("the summary will come").Say("06-20 10:00", "安全生产月总结正在写，明天上午发群里。").Stands(""),
        New("the summary went elsewhere").Say("06-20 10:00", "总结已发您邮箱，请查收。").Stands(""),
        New("forwarded news").Say("06-20 10:00", "转发：全省各地扎实开展安全生产月活动，累计演练300场，参与5万人次。").Stands(""),
        New("a bare word").Say("06-20 10:00", "总结").Stands(""),

        // Summaries.
        New("a summary without a figure").Say("06-24 10:00", "白塔社区“安全生产月”活动总结\n我社区高度重视，精心组织，广泛宣传，营造了浓厚的安全氛围。").Stands("summary 06-25 met"),
        New("a summary after a line with the name").Say("06-24 10:00", "白塔社区\n安全生产月工作总结\n我社区高度重视，精心组织，广泛宣传，营造了浓厚氛围。").Stands("summary 06-25 met"),
        New("a summary announced in the first sentence").Say("06-24 10:00", "按照街道办的部署，现将我社区安全生产月活动情况总结如下：一是高度重视，二是广泛宣传，三是注重实效。").Stands("summary 06-25 met"),
        New("a summary that tells known activities again").Say("06-12 10:00", "6月12日" + Drill).Say("06-24 10:00", "安全生产月活动总结\n6月12日" + Drill)
            .Stands("weekly-material 06-13 met; summary 06-25 met"),
        New("a late summary with a day behind the deadline").Say("06-28 10:00", "“安全生产月”活动总结\n6月27日" + Drill).Stands("summary 06-25 late"),
        New("a second summary meets nothing").Say("06-24 10:00", "安全生产月总结：我社区高度重视，精心组织，广泛宣传，效果良好。")
            .Say("06-25 10:00", "安全生产月活动总结（修改版）：我社区高度重视，精心组织，广泛宣传，群众反映良好。").Stands("summary 06-25 met"),
        New("the meeting that sums up is an activity").Say("06-26 10:00", "6月26日召开安全生产月总结会1场，30人参加，张贴海报5张。").Stands("weekly-material 06-27 met"),
        New("a drill summed up on the spot").Say("06-12 10:00", "6月12日组织应急疏散演练1场，参加50人，演练结束后进行了总结。").Stands("weekly-material 06-13 met"),
        New("the summary of a drill is a report").Say("06-12 16:00", "应急疏散演练总结\n6月12日" + Drill).Stands("weekly-material 06-13 met"),
        New("the summary of a week is that week's material").Say("06-12 16:00", "本周工作小结：" + Drill).Stands("weekly-material 06-13 met"),
        New("the summary of half a month is a report").Say("06-17 16:00", "安全生产月上半月工作总结：6月11日" + Drill).Stands("weekly-material 06-13 late"),
        New("a summary of the month is the summary").Say("06-25 16:00", "6月安全生产月工作总结\n本月共" + Drill).Stands("summary 06-25 met"),
        New("a summary as a file without words").Say("06-24 10:00", "", file: "白塔社区安全生产月总结.docx").Stands("summary 06-25 met"),
        New("a summary as a file with a cover note").Say("06-24 10:00", "白塔社区总结已写好，请查收附件。", file: "白塔社区安全生产月活动总结（终稿）.docx").Stands("summary 06-25 met"),
        New("a summary for which the file came alone").Say("06-24 10:00", "报送白塔社区安全生产月总结", file: "新建文档.docx").Stands("summary 06-25 met"),
        New("a summary of this week with next week's plan").Say("06-12 10:00", "本周工作总结及下周计划\n本周" + Drill + "下周计划开展宣讲1场。").Stands("weekly-material 06-13 met"),
        New("today's summary is a report").Say("06-12 10:00", "今天的活动小结：" + Drill).Stands("weekly-material 06-13 met"),
        New("a template is no summary").Say("06-24 10:00", "", file: "安全生产月总结模板.docx").Stands(""),
        New("a photo named 总结 is no document").Say("06-24 10:00", "", file: "总结.jpg").Stands(""),
        New("the summary of 沈阳行 is due in December").Say("12-20 10:00", "“安全生产沈阳行”活动总结报告\n我社区高度重视，广泛宣传报道，集中曝光问题隐患。").Stands("shenyang-summary 12-25 met"),
        New("沈阳行 summed up for June is June's progress").Say("06-24 10:00", "安全生产沈阳行6月总结：制作公益宣传作品2件，集中曝光突出问题1个。").Stands("shenyang-progress 06-25 met"),

        // Progress.
        New("progress by what it fills").Say("07-10 10:00", "7月10日制作安全生产公益宣传作品2件，集中曝光突出问题1个。").Stands("shenyang-progress 07-25 met"),
        New("June's progress in July").Say("07-02 10:00", "“安全生产沈阳行”6月进展情况：制作安全生产公益宣传作品2件，集中曝光突出问题1个。").Stands("shenyang-progress 06-25 late"),
        New("June's progress in July, June met already").Say("06-24 10:00", "“安全生产沈阳行”6月进展情况：制作安全生产公益宣传作品2件。")
            .Say("07-02 10:00", "“安全生产沈阳行”6月份进展情况（补充）：集中曝光突出问题1个。").Stands("shenyang-progress 06-25 met").Offers(""),
        New("undated on 26 June: July's").Say("06-26 10:00", "“安全生产沈阳行”进展情况：制作安全生产公益宣传作品2件。").Stands("shenyang-progress 07-25 met"),
        New("last month's progress").Say("07-03 10:00", "沈阳行上月进展：制作安全生产公益宣传作品2件，集中曝光突出问题1个。").Stands("shenyang-progress 06-25 late"),
        New("progress in words").Say("08-20 10:00", "沈阳行8月进展情况：已联系媒体宣传先进人物事迹，正在拍摄警示片。").Stands("shenyang-progress 08-25 met"),
        New("the title names the subject, whatever the blanks").Say("06-24 10:00", "“安全生产沈阳行”6月进展情况：开展警示教育宣讲1场，50人参加。").Stands("shenyang-progress 06-25 met"),
        New("progress of the main subject is material").Say("06-12 10:00", "安全生产月活动进展情况：6月12日" + Drill).Stands("weekly-material 06-13 met"),
        New("subjects do not stand in for each other").Say("06-24 10:00", "“安全生产沈阳行”6月进展情况：制作安全生产公益宣传作品2件。").Say("06-24 11:00", "6月24日" + Drill)
            .Stands("shenyang-progress 06-25 met; weekly-material 06-27 met"),
        New("a filled form nobody asks for is a report").Say("06-24 10:00", "“安全生产沈阳行”活动进展情况统计表\n制作安全生产公益宣传作品（2）件；集中曝光突出问题（1）个。").Stands("shenyang-progress 06-25 met"),

        // Missing parts.
        New("photos asked for").Say("06-11 10:00", "6月11日" + Drill).Stands("weekly-material 06-13 met").Lacks(Asked.Photos),

        // Taken back, edited.
        New("a retraction opens it again").Say("06-12 10:00", "6月12日" + Drill).Say("06-12 10:05", "上一条作废，发错了。").Stands(""),
        New("a retraction that names the day").Say("06-11 10:00", "6月11日" + Drill).Say("06-18 10:00", "6月18日开展安全宣讲1场，30人参加。").Say("06-18 11:00", "6月11日那条作废，请撤回。")
            .Stands("weekly-material 06-20 met"),
        New("a retraction that names the day it was said").Say("06-11 10:00", "6月10日" + Drill).Say("06-18 10:00", "6月18日开展安全宣讲1场，30人参加。").Say("06-18 11:00", "6月11日报的那条作废。")
            .Stands("weekly-material 06-20 met"),
        New("a retraction of a day nobody reported").Say("06-11 10:00", "6月11日" + Drill).Say("06-18 11:00", "6月3日那条作废，请撤回。").Stands("weekly-material 06-13 met"),
        New("a retraction of the last one that speaks of another day").Say("06-11 10:00", "6月11日" + Drill).Say("06-18 10:00", "6月18日开展安全宣讲1场，30人参加。")
            .Say("06-18 11:00", "上一条作废，6月11日的是对的。").Stands("weekly-material 06-13 met"),
        New("a retraction, and another report stands in").Say("06-11 10:00", "6月11日" + Drill, name: "first").Say("06-12 10:00", "6月12日开展安全宣讲1场，30人参加。")
            .Say("06-14 10:05", "撤回", quotes: "first").Stands("weekly-material 06-13 met"),
        New("what stands in does so at its own time").Say("06-11 10:00", "6月11日" + Drill, name: "first").Say("06-14 10:00", "6月12日开展安全宣讲1场，30人参加。")
            .Withdraw("first").Stands("weekly-material 06-13 late"),
        New("what met another due does not stand in").Say("06-11 10:00", "6月11日" + Drill, name: "first").Say("06-18 10:00", "6月18日开展安全宣讲1场，30人参加。")
            .Withdraw("first").Stands("weekly-material 06-20 met"),
        New("an edit to nothing opens it again").Say("06-12 10:00", "6月12日" + Drill, name: "first").Edit("first", "发错群了").Stands(""),
        New("an edited figure keeps the stamp").Say("06-12 10:00", "6月12日" + Drill, name: "first").Edit("first", "6月12日组织应急疏散演练1场，参加60人。").Stands("weekly-material 06-13 met"),
        New("an edited day moves it").Say("06-12 10:00", "6月12日" + Drill, name: "first").Edit("first", "6月5日" + Drill).Stands("weekly-material 06-06 late"),
        New("an edit turns a report into a summary").Say("06-24 10:00", Drill, name: "first").Stands("weekly-material 06-27 met")
            .Edit("first", "安全生产月活动总结\n我社区高度重视，本月共" + Drill).Stands("summary 06-25 met"),
        New("a withdrawn zero report").Say("06-12 10:00", "本周无活动，零报告。", name: "first").Withdraw("first").Stands(""),
        New("a withdrawn summary in words").Say("06-24 10:00", "安全生产月总结：我社区高度重视，精心组织，广泛宣传，效果良好。", name: "first").Withdraw("first").Stands(""),
        New("a summary in words taken back in words").Say("06-24 10:00", "安全生产月总结：我社区高度重视，精心组织，广泛宣传，效果良好。").Say("06-24 10:09", "撤回").Stands(""),
        New("told again after it was taken back").Say("06-12 10:00", "6月12日" + Drill).Say("06-12 10:05", "上一条作废").Say("06-12 10:07", "6月12日" + Drill).Stands("weekly-material 06-13 met"),

        // Answers.
        New("a correction of nothing that was a report").Say("06-12 10:00", "更正：6月12日应急疏散演练应为1场，50人。").Stands("")
            .Answer(CheckCode.NothingToCorrect, Answer.BookAsNew).Stands("weekly-material 06-13 met"),
        New("a doubtful day that is wrong").Say("06-27 10:00", "6月27日" + Drill).Say("06-28 10:00", "5月1日" + Drill).Answer(CheckCode.DayOutsideCampaign, Answer.Wrong).Stands("weekly-material 06-27 met"),
        New("a report booked in place of a like one keeps its stamp").Say("06-13 10:00", "6月13日" + Drill).Say("06-14 10:00", "6月13日组织应急疏散演练1场，参加80人。")
            .Answer(CheckCode.SameDayOtherFigures, Answer.SameTakeLater).Stands("weekly-material 06-13 met"),
        New("an older due by a tap").Say("06-11 09:00", Drill).Say("06-12 09:00", "开展安全宣讲1场，30人参加。").CountFor("weekly-material", "06-06")
            .Stands("weekly-material 06-06 late; weekly-material 06-13 met").CountFor("weekly-material", "06-06", possible: false),
        New("what meets a due already counts for no other").Say("06-11 09:00", Drill).CountFor("weekly-material", "06-06", possible: false).Stands("weekly-material 06-13 met"),
        New("what was taken back counts for nothing").Say("06-11 09:00", Drill).Say("06-12 09:00", "开展安全宣讲1场，30人参加。", name: "second").Withdraw("second")
            .CountFor("weekly-material", "06-06", possible: false).Stands("weekly-material 06-13 met"),

        // Excused.
        New("reported after all").Excuse("weekly-material", "06-13").Say("06-12 10:00", "6月12日" + Drill).Stands("weekly-material 06-13 met"),
        New("an excused one is not offered").Excuse("weekly-material", "06-06").Say("06-11 09:00", Drill).Say("06-12 09:00", "开展安全宣讲1场，30人参加。")
            .Stands("weekly-material 06-06 excused; weekly-material 06-13 met").Offers(""),
        New("excused again when it is taken back").Excuse("weekly-material", "06-13").Say("06-12 10:00", "6月12日" + Drill, name: "first").Withdraw("first").Stands("weekly-material 06-13 excused"),

        // Several units.
        new DueCase("a round-up meets for each unit", "baita-2024", "前榆村", "后榆村", "三家屯村")
            .Say("06-12 10:00", "前榆村、后榆村情况汇总：\n前榆村6月12日" + Drill + "\n后榆村6月12日组织应急疏散演练2场，参加80人。", from: "前榆村、后榆村")
            .Stands("weekly-material 06-13 met", "前榆村").Stands("weekly-material 06-13 met", "后榆村").Stands("", "三家屯村"),
        new DueCase("a round-up decides each unit by itself", "baita-2024", "前榆村", "后榆村")
            .Say("06-11 10:00", "6月11日" + Drill, from: "前榆村")
            .Say("06-14 10:00", "情况汇总：\n前榆村6月12日宣讲1场，参加40人。\n后榆村6月12日组织应急疏散演练2场，参加80人。", from: "前榆村、后榆村")
            .Stands("weekly-material 06-13 met", "前榆村").Stands("weekly-material 06-13 late", "后榆村"),

        new DueCase("nothing in two villages", "baita-2024", "前榆村", "后榆村", "三家屯村").Say("06-12 10:00", "前榆村、后榆村本周均无活动，零报告。", from: "前榆村、后榆村、三家屯村")
            .Stands("weekly-material 06-13 met", "前榆村").Stands("weekly-material 06-13 met", "后榆村").Stands("", "三家屯村"),
        new DueCase("a summary of two villages", "baita-2024", "前榆村", "后榆村").Say("06-24 10:00", "前榆村、后榆村安全生产月活动总结\n两村高度重视，精心组织，广泛宣传，效果良好。", from: "前榆村、后榆村")
            .Stands("summary 06-25 met", "前榆村").Stands("summary 06-25 met", "后榆村"),
        new DueCase("a zero report of somebody for several, with none named, is asked about", "baita-2024", "前榆村", "后榆村").Say("06-12 10:00", "本周无活动，零报告。", from: "前榆村、后榆村")
            .Stands("", "前榆村").Stands("", "后榆村"),

        // A late start.
        New("nothing is owed from before the bot began").Since("06-10").Say("06-11 10:00", "6月5日" + Drill).Stands("").Offers(""),
    ];

    private static DueCase Two(string label) => new(label, "baita-2024", DueCase.Baita, "桃仙社区");

    private static DueCase New(string label) => new(label, "baita-2024");
}
