using Bot.Domain.Dues;
using Bot.Domain.Reading;

namespace Bot.Domain.GroupWords;

/// <summary>What stands behind 延期: what, its day, the new day, why.</summary>
/// <param name="Topic">What is moved; its days: the deadline as it stands.</param>
/// <param name="To">The new day; null: it is missing.</param>
/// <param name="Because">Why, in the writer's words; empty: not said.</param>
public sealed record PostponeWords(DueTopic Topic, DateOnly? To, string Because)
{
    private static readonly string[] Untils = ["推迟到", "延长到", "延期到", "延迟到", "改到", "改为", "延到", "延至", "推到", "到", "至"];
    private static readonly char[] Marks = ['：', ':', '，', ',', '。', '、', '；', ';', '（', '(', ')', '）', ' '];

    /// <summary>Reads them; null: they name nothing owed here.</summary>
    /// <param name="words">What stands behind the word.</param>
    /// <param name="topics">What can be owed.</param>
    /// <param name="saidAt">When it was said, as local time.</param>
    public static PostponeWords? Read(string words, TopicReader topics, DateTime saidAt)
    {
        ArgumentNullException.ThrowIfNull(topics);
        var source = SourceText.Fold(words);
        for (var at = 0; at < source.Length; at++)
        {
            if (Until(source.Text, at) is not { } until) continue;

            // The new day may leave out what the old one said: 6月25日到28日.
            var days = new NamedDays(saidAt);
            for (var before = 0; before < at; before++)
            {
                if (days.TryRead(source.Text, before, out _, out var behind)) before = behind - 1;
            }

            if (!days.TryRead(source.Text, until, out var to, out var end) || to.From != to.To) continue;
            return topics.Read(source.Words(0, at).Trim(Marks), saidAt) is { } topic
                ? new PostponeWords(topic, Coming(to.From, saidAt, source.Text[until]), Reason(source, end))
                : null;
        }

        return topics.Read(words, saidAt) is { } named ? new PostponeWords(named, null, "") : null;
    }

    private static int? Until(ReadOnlySpan<char> text, int at)
    {
        foreach (var word in Untils)
        {
            if (!text[at..].StartsWith(word, StringComparison.Ordinal)) continue;
            var behind = at + word.Length;
            while (behind < text.Length && text[behind] == ' ') behind++;
            return behind < text.Length ? behind : null;
        }

        return null;
    }

    // 到周五, said on a Saturday, is the next one.
    private static DateOnly Coming(DateOnly day, DateTime saidAt, char first) =>
        first is '周' or '星' or '礼' && day < DateOnly.FromDateTime(saidAt) ? day.AddDays(7) : day;

    private static string Reason(SourceText source, int from)
    {
        var reason = source.Words(from, source.Length).Trim(Marks).Trim();
        foreach (var introduction in new[] { "原因是", "原因", "因为", "由于", "因" })
        {
            if (reason.StartsWith(introduction, StringComparison.Ordinal)) return reason[introduction.Length..].Trim(Marks).Trim();
        }

        return reason;
    }
}
