using Bot.Domain.Campaigns;
using Bot.Domain.Tests.Dues;

namespace Bot.Adapters.Tests.Dues;

/// <summary>Cases of the other shipped campaigns.</summary>
internal static class OtherCampaignCases
{
    public static IReadOnlyList<DueCase> All =>
    [
        // changzhou-2022: liaison by 30 May, material every Wednesday of June, summary and statistics by 28 June.
        new DueCase("changzhou: a liaison is named", "changzhou-2022").Say("05-27 10:00", "我单位安全生产月联络员：张工，办公室主任，电话139****0000").Stands("liaison 05-30 met"),
        new DueCase("changzhou: a liaison is named late, by a file", "changzhou-2022").Say("06-02 10:00", "", file: "联络员反馈表.docx").Stands("liaison 05-30 late"),
        new DueCase("changzhou: Wednesdays", "changzhou-2022").Say("06-01 10:00", "6月1日组织应急演练1场，参与60人次。").Say("06-09 10:00", "6月8日开展公开课1场，参与40人次。")
            .Stands("weekly-material 06-01 met; weekly-material 06-08 late"),
        new DueCase("changzhou: the second week", "changzhou-2022").Say("06-10 10:00", "6月第二周活动信息：组织应急演练1场，参与60人次。").Stands("weekly-material 06-08 late"),
        new DueCase("changzhou: summary and table in one message", "changzhou-2022").Say("06-27 10:00", "我单位安全生产月总结和统计表，请查收。", file: "安全生产月总结.docx|安全生产月活动进展情况统计表.xlsx")
            .Stands("statistics 06-28 met; summary 06-28 met"),
        new DueCase("changzhou: the table alone is no summary", "changzhou-2022").Say("06-27 10:00", "", file: "“安全生产月”活动进展情况统计表.xlsx").Stands("statistics 06-28 met"),
        new DueCase("changzhou: the form filled in", "changzhou-2022")
            .Say("06-28 10:00", "“安全生产月”活动进展情况统计表\n理论学习中心组学习（2）次，参与（30）人次；\n开展安全生产“公开课”“大家谈”“班组会”等学习活动（3）场，参与（120）人次。").Stands("statistics 06-28 met"),
        new DueCase("changzhou: a line of the form is a report", "changzhou-2022").Say("06-14 10:00", "理论学习中心组学习（2）次，参与（30）人次。").Stands("weekly-material 06-15 met"),
        new DueCase("changzhou: an empty form is nothing", "changzhou-2022").Say("06-14 10:00", "理论学习中心组学习（ ）次，参与（ ）人次；开展“公开课”（ ）场，参与（ ）人次。").Stands(""),
        new DueCase("changzhou: words and pictures are asked for, a film will do", "changzhou-2022").Say("06-14 10:00", "6月14日组织应急演练1场，参与60人次。", file: "演练.mp4").Lacks(Asked.Nothing),

        // heilongjiang-2020: liaison by 29 May, material without a day (every Friday), summary by 3 July; traditional characters.
        new DueCase("heilongjiang: material on Fridays", "heilongjiang-2020").Say("06-11 10:00", "6月11日開展應急演練1場，60人參加。").Stands("material 06-12 met"),
        new DueCase("heilongjiang: a summary in July, in traditional characters", "heilongjiang-2020").Say("07-02 10:00", "2020年“安全生產月”活動總結\n我局高度重視，周密部署，廣泛宣傳，取得良好成效。").Stands("summary 07-03 met"),
        new DueCase("heilongjiang: in simplified ones", "heilongjiang-2020").Say("07-04 10:00", "安全生产月活动总结：我局高度重视，周密部署，广泛宣传，取得良好成效。").Stands("summary 07-03 late"),
        new DueCase("heilongjiang: a liaison", "heilongjiang-2020").Say("05-28 10:00", "安全生产月联络员：李工，电话139****0001").Stands("liaison 05-29 met"),

        // industrial-2021: summary and material, both 及时报送.
        new DueCase("industrial: a summary by the month's end", "industrial-2021").Say("06-30 10:00", "安全生产月活动总结\n公司高度重视，组织全员培训，开展隐患排查，取得实效。").Stands("summary 06-30 met"),
        new DueCase("industrial: a summary in July", "industrial-2021").Say("07-01 10:00", "安全生产月活动总结\n公司高度重视，组织全员培训，开展隐患排查，取得实效。").Stands("summary 06-30 late"),
        new DueCase("industrial: photos alone are asked for", "industrial-2021").Say("06-10 10:00", "6月10日组织应急演练1场，60人参加。").Stands("material 06-11 met").Lacks(Asked.Photos),

        // dongming-2023: liaison by 5 June, summary and statistics by 30 June; no material.
        new DueCase("dongming: an ordinary report meets nothing", "dongming-2023").Say("06-14 10:00", "6月14日组织应急演练1场，60人参加。").Stands("").Offers(""),
        new DueCase("dongming: a zero report meets nothing", "dongming-2023").Say("06-14 10:00", "本周无活动，零报告。").Stands(""),
        new DueCase("dongming: a summary with figures", "dongming-2023").Say("06-29 10:00", "东明镇安全生产月活动总结报告\n截至目前，累计组织应急演练3场，160人参加。").Stands("summary 06-30 met"),
        new DueCase("dongming: the table with one row", "dongming-2023").Say("07-01 10:00", "东明镇“安全生产月”活动进展情况统计表\n填报单位：黄庄村\n组织专题学习研讨（1）场，参与（14）人次；").Stands("statistics 06-30 late"),
        new DueCase("dongming: some blanks of the form under its name", "dongming-2023").Say("06-20 10:00",
            "东明镇“安全生产月”活动进展情况（宏途木业）\n企业主要负责人作出安全承诺：（1）人\n“动火作业风险我知道”宣传活动（2）场，参与（83）人次\n电焊工等危险作业人员安全培训（1）场，参与（20）人次").Stands("statistics 06-30 met"),
        new DueCase("dongming: a summary is no statistics, late", "dongming-2023").Say("07-03 10:00", "", file: "安全生产月工作总结.pdf").Stands("summary 06-30 late"),
    ];
}
