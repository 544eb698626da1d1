using System.Globalization;

namespace Bot.Domain.Reading;

/// <summary>The words for days (Data/days.txt), relative to the day of the message.</summary>
internal sealed class DayWords
{
    private const int Same = int.MaxValue;
    private const int Next = int.MaxValue - 1;
    private const int Previous = int.MaxValue - 2;
    private readonly WordTrie trie = new();
    private readonly List<(bool Week, int Offset)> meanings = [];

    private DayWords()
    {
        foreach (var entry in DataFile.Entries("days.txt"))
        {
            var week = entry.Name.StartsWith("week", StringComparison.Ordinal);
            var offset = entry.Name == "same" ? Same : entry.Name == "next" ? Next : entry.Name == "prev" ? Previous : int.Parse(week ? entry.Name[4..] : entry.Name, CultureInfo.InvariantCulture);
            foreach (var word in entry.Words)
            {
                if (trie.Add(word) == meanings.Count)
                    meanings.Add((week, offset));
            }
        }

        trie.Seal();
    }

    /// <summary>All words of the data file.</summary>
    public static DayWords Shared { get; } = new();

    /// <summary>Whether a word for a day can begin with this character.</summary>
    public bool Starts(char c) => trie.Starts(c);

    /// <summary>Reads a word for a day.</summary>
    public bool TryRead(ReadOnlySpan<char> text, int at, DateOnly today, DateOnly? last, out DateMention date)
    {
        date = null!;
        var word = trie.Longest(text, at, out var end);
        if (word < 0)
            return false;
        var (week, offset) = meanings[word];
        if (week)
            return TryWeekday(text, at, end, today, offset, out date);
        if (offset == Same)
        {
            date = new DateMention(at, end, last ?? today, last ?? today, last is null ? DateShape.Month : DateShape.Same);
            return true;
        }

        if (offset is Next or Previous)
        {
            var days = offset == Next ? 1 : -1;
            date = last is { } before ? new DateMention(at, end, before.AddDays(days), before.AddDays(days), DateShape.Next) : new DateMention(at, end, today, today, DateShape.Month);
            return true;
        }

        var day = today.AddDays(offset);
        date = new DateMention(at, end, day, day, DateShape.Relative);
        return true;
    }

    /// <summary>The end of a weekday that only explains the day before it: （周一）, 星期四.</summary>
    public static int SkipWeekday(ReadOnlySpan<char> text, int at)
    {
        var from = at < text.Length && text[at] is '(' or ' ' ? at + 1 : at;
        foreach (var word in (ReadOnlySpan<string>)["周", "星期", "礼拜"])
        {
            if (!text[Math.Min(from, text.Length)..].StartsWith(word) || Weekday(text, from + word.Length) < 0)
                continue;
            var end = from + word.Length + 1;
            return end < text.Length && from > at && text[at] == '(' && text[end] == ')' ? end + 1 : end;
        }

        return at;
    }

    private static bool TryWeekday(ReadOnlySpan<char> text, int at, int end, DateOnly today, int weeks, out DateMention date)
    {
        date = null!;
        var weekday = Weekday(text, end);
        if (weekday < 0 || (at > 0 && text[at - 1] is '每' or '逢' or '四' or '一' or '两' or '全' or '按' or '各') || IsCount(text, end))
            return false;
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var day = monday.AddDays((7 * weeks) + weekday);
        var bare = text[at] is '周' or '星' or '礼';
        if (bare && day > today)
            day = day.AddDays(-7); // 周一 said on a Wednesday is past
        date = new DateMention(at, end + 1, day, day, DateShape.Relative);
        return true;
    }

    // 本周三个社区, 本周两场: a number of things, no weekday.
    private static bool IsCount(ReadOnlySpan<char> text, int at) => text[at] is not ('日' or '天')
        && Measures.Shared.At(text, at + 1, out _)?.Word is "个" or "场" or "场次" or "家" or "次" or "名" or "项" or "份" or "张" or "条" or "户" or "处" or "块" or "所" or "支";

    // 0 for Monday … 6 for Sunday, or -1.
    private static int Weekday(ReadOnlySpan<char> text, int at) => at >= text.Length ? -1 : text[at] switch
    {
        '一' or '1' => 0,
        '二' or '2' => 1,
        '三' or '3' => 2,
        '四' or '4' => 3,
        '五' or '5' => 4,
        '六' or '6' => 5,
        '日' or '天' or '7' => 6,
        _ => -1,
    };
}
