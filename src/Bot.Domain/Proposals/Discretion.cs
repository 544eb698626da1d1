using System.Buffers;
using Bot.Domain.Messages;

namespace Bot.Domain.Proposals;

/// <summary>
/// Covers what a stranger need not know before a text leaves the program: telephone, identity and card numbers whole, the
/// names the office knows, and what by a surname beside a title, or behind 联系人 and the like, looks like a name. It
/// rather covers too much; a name without any of these signs stays.
/// </summary>
public static class Discretion
{
    private const char NameCover = '某';
    private const char NumberCover = '*';
    private const int LongestName = 3;

    // The commoner surnames, without those that are numbers or everyday words.
    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严华魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮齐康余顾孟黄穆萧肖尹姚邵汪祁毛禹狄贝臧戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾路娄江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞柯卢莫房解应宗丁宣邓洪石崔龚程裴陆翁荀惠甄封靳段侯宁仇栾甘厉祖刘景詹龙叶幸司黎薄白蒲邰鄂赖卓蔺屠蒙池乔阴闻党翟谭姬申冉桑桂牛边燕冀尚温庄晏柴瞿阎慕连习艾向古易廖庾耿满匡欧沃蔚越师巩聂晁敖冷辛简饶曾关游权盖闫");

    private static readonly string[] Titles =
    [
        "书记", "主任", "局长", "科长", "所长", "站长", "队长", "校长", "院长", "园长", "厂长", "总经理", "经理", "董事长", "老师", "医生", "同志", "网格员", "安全员", "联络员", "负责人",
        "工程师", "教授", "主播", "支书", "村长", "镇长", "乡长", "区长", "市长", "县长", "处长", "部长", "会长", "店长", "老板", "师傅", "女士", "先生", "大爷", "大娘", "阿姨", "奶奶", "爷爷", "大姐", "大哥",
    ];

    private static readonly string[] Announcing = ["姓名", "联系人", "报送人", "填报人", "填表人", "审核人", "签发人", "带队人", "主讲人"];

    /// <summary>The text with all that covered.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">Names the office knows.</param>
    public static string Apply(string text, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var covered = Numbers(text);
        foreach (var name in names.Where(name => name.Length > 1).OrderByDescending(name => name.Length)) Hide(covered, name);
        foreach (var title in Titles) Each(covered, title, BesideTitle);
        foreach (var word in Announcing) Each(covered, word, static (text, _, end) => Behind(text, end, announced: true));
        return new string(covered);
    }

    // 139****0000 tells too much to a stranger: what is left of such a number goes, too.
    private static char[] Numbers(string text)
    {
        var covered = PrivateNumbers.Mask(text).ToCharArray();
        for (var at = 0; at < covered.Length; at++)
        {
            if (covered[at] == text[at]) continue;
            for (var before = at - 1; before >= 0 && (IsOfNumber(covered[before]) || Joins(covered, before)); before--)
            {
                if (IsOfNumber(covered[before])) covered[before] = NumberCover;
            }

            for (; at < covered.Length && IsOfNumber(covered[at]); at++) covered[at] = NumberCover;
        }

        return covered;
    }

    // 138 0000 0000, 024-2300 0000.
    private static bool Joins(char[] text, int at) => at > 0 && (text[at] is ' ' or '-' or '－') && IsOfNumber(text[at - 1]);

    private static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is NumberCover or 'X' or 'x' or (>= '０' and <= '９');

    private static void Hide(char[] text, string name)
    {
        Each(text, name, static (text, from, end) => text.AsSpan(from, end - from).Fill(NameCover));
    }

    private static void Each(char[] text, string word, Action<char[], int, int> found)
    {
        for (var at = 0; at <= text.Length - word.Length; at++)
        {
            if (!text.AsSpan(at).StartsWith(word)) continue;
            found(text, at, at + word.Length);
            at += word.Length - 1;
        }
    }

    private static void BesideTitle(char[] text, int from, int end)
    {
        // The farthest surname within reach begins the name: 张伟明书记, 王书记.
        for (var length = Math.Min(LongestName, from); length > 0; length--)
        {
            if (!Surnames.Contains(text[from - length]) || !AreLetters(text.AsSpan(from - length, length))) continue;
            text.AsSpan(from - length, length).Fill(NameCover);
            break;
        }

        Behind(text, end, announced: false);
    }

    // 书记张伟带队: how long the name is cannot be told, so the longest is taken.
    private static void Behind(char[] text, int end, bool announced)
    {
        while (announced && end < text.Length && text[end] is ':' or '：' or ' ' or '为' or '是') end++;
        var to = end;
        while (to < text.Length && to < end + LongestName && AreLetters(text.AsSpan(to, 1))) to++;
        if (to - end >= 2 && (announced || Surnames.Contains(text[end]))) text.AsSpan(end, to - end).Fill(NameCover);
    }

    private static bool AreLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\u4E00', '\u9FFF');
}
