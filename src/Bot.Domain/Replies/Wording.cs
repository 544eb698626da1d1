using Bot.Domain.Checking;

namespace Bot.Domain.Replies;

/// <summary>
/// The sentences of receipts and questions, all in one place. Plain, brief, polite; nobody is scolded, nothing but what was
/// decided is said.
/// </summary>
internal static class Wording
{
    public const string HowToCorrect = "有误请直接回复“更正：……”，或“撤回”。";
    public const string NothingToTakeBack = "没有找到可撤回的报送。请直接回复要撤回的那条消息，写“撤回”。";
    public const string SameOrAnother = "是同一场还是另一场？";
    public const string WhichCounts = "以哪个为准？";
    public const string IsItNew = "是新增的吗？";
    public const string IfWrong = "如有误请更正。";
    public const string Confirmed = "好的，已记为核对无误。";
    public const string BothCount = "好的，两场都计入。";
    public const string FirstStays = "好的，以先报的为准，未改动。";
    public const string Dismissed = "好的，没有计入。";
    public const string ActivityTakenBack = "活动已撤回";
    public const string NewerStands = "台账已有更晚的数，未改动。";

    public static string Recorded(string unit, bool transcribed) => transcribed ? $"已代记 {unit}" : $"已记 {unit}";

    public static string Edited(string unit) => $"已按修改更新 {unit}";

    public static string ByImplication(string measure) => $"（按1{measure}计）";

    public static string Nil(string unit) => $"已记 {unit}零报告。";

    public static string NotInForm(string what) => $"未入表：{what}。";

    public static string NotUnderstood(string what) => $"未识别：{what}。";

    public static string Repeated(string when, string? what) => $"{what}与{when}的相同，未重复计入。";

    public static string ReportedOf(string days) => $"{days}已报";

    public static string SaidOn(string day) => $"{day}报送";

    public static string Agrees(string what) => $"累计{what}，与台账一致。";

    public static string CaughtUp(string what, string more) => $"累计{what}，比台账多{more}，已补记。";

    public static string CaughtUp(string what) => $"累计{what}，已补记。";

    public static string More(string more) => $"（比台账多{more}）";

    public static string Corrected(string unit, string what) => $"已更正 {unit}：{what}。";

    public static string AlreadySo(string what) => $"{what}，台账已是此数。";

    public static string TakenBack(string unit, string what) => $"已撤回 {unit}：{what}。";

    public static string TakenBackEmpty(string unit) => $"已撤回 {unit}的那条，台账数不变。";

    public static string Below(string stated, string known) => $"累计{stated}，比台账的{known}少，暂未改动。{WhichCounts}";

    public static string Below(string stated) => $"累计{stated}，比台账少，暂未改动。{WhichCounts}";

    public static string Known(string known) => $"（台账{known}）";

    public static string NothingToCorrect(string what) => $"没有找到要更正的记录（{what}），暂未记入。{IsItNew}";

    public static string Conflict(string when, string known, string stated) =>
        $"{when}另一位联络员已报{known}，这条是{stated}，暂未计入。{SameOrAnother}";

    public static string SameDay(string when, string what) => $"{when}已报过{what}，这次的也已计入。{SameOrAnother}";

    public static string Vague(string words, string what) => $"“{words}”具体是多少？请直接回复数字（{what}）。";

    public static string Divide(string words, string what) => $"“{words}”是几项合计，请逐个回复各是多少：{what}。";

    public static string Proposed(string words, string figure) => $"“{words}”还没有入表，是不是{figure}？点“对”才记入。";

    public static string PleaseCheck(string unit) => $"请{unit}核对：以上对不对？";

    public static string TooLarge(string what) => $"{what}的数过大，没有计入，请核对后重报。";

    public static string ToCheck(string what) => $"待核：{what}。{IfWrong}";

    public static string Far(string what) => $"{what}与往常相差较大";

    public static string OutsideCampaign(string when) => $"{when}不在活动期内";

    public static string InFuture(string when) => $"{when}还没到";

    public static string AttendanceAlone(string what) => $"{what}没有写活动场次";

    public static string OtherUnit(string name) => $"文中写到“{name}”";

    public static string OtherYear(string day) => $"文中写到“{day}”";

    public const string PhotoAgain = "有照片以前报过";
    public const string TextOfAnother = "文字与其他单位报过的相同";

    public static string Received(string unit, string what) => $"已收 {unit}{what}。";

    public static string Taken(string what, string late) => $"{what}已收{late}。";

    public static string MakesUpFor(string day) => $"（补报{day}的）";

    public static string StillMissing(string what) => $"还差{what}，可在十分钟内补发。";

    public static string OrForEarlier(string day) => $"如果是补报{day}的，点一下就行。";

    public static string ForEarlier(string day) => $"算{day}的";

    public static string OpenAgain(string what, string day) => $"{what}（{day}）待重新报送。";

    public static string Button(CheckCode code, Answer answer) => answer switch
    {
        Answer.Right => "对",
        Answer.Wrong => "不对",
        Answer.Another => "另一场",
        Answer.SameTakeLater => "同一场，以这条为准",
        Answer.SameKeepFirst => "同一场，以先报的为准",
        Answer.Adopt => "以此为准",
        Answer.BookAsNew => "按新增记入",
        Answer.Dismiss when code == CheckCode.BelowKnown => "写错了",
        _ => "不用记",
    };
}
