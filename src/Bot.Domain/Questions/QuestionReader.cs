using System.Buffers;
using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Questions;

/// <summary>Reads questions in free words, for the campaigns and units of a place. What is not clearly a question to the bot is none.</summary>
public sealed class QuestionReader
{
    private const int Longest = 120;
    private const int MostSentences = 4;

    private static readonly SearchValues<char> Signs = SearchValues.Create("谁哪几多什啥吗没何求缺差齐？?");
    private static readonly SearchValues<char> Ends = SearchValues.Create("？?。！!；\n");

    // Somebody is spoken to.
    private static readonly SearchValues<char> ToSomebody = SearchValues.Create("你您@");

    private readonly DueQuestions dues;
    private readonly FigureQuestions figures;
    private readonly IReadOnlyList<string> others;

    /// <summary>Compiles what can be asked.</summary>
    /// <param name="campaigns">The campaigns of the place.</param>
    /// <param name="units">The office's units.</param>
    /// <param name="own">The units the asker reports for.</param>
    public QuestionReader(IReadOnlyList<ActiveCampaign> campaigns, IReadOnlyList<Unit> units, IReadOnlyList<Unit> own)
    {
        ArgumentNullException.ThrowIfNull(campaigns);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(own);
        dues = new DueQuestions(new TopicReader(campaigns.Select(c => c.Campaign)), [.. own.SelectMany(u => u.Aliases.Prepend(u.Name)).Select(n => SourceText.Fold(n).Text.ToString())]);
        figures = new FigureQuestions(campaigns, units);
        others = [.. units.Where(u => own.All(o => o.Id != u.Id)).Select(u => u.Name)];
    }

    /// <summary>Whether a text can be a question at all; it costs nothing to ask.</summary>
    public static bool CanBe(string text) => text.Length <= Longest && text.AsSpan().ContainsAny(Signs);

    /// <summary>The question; null: none that can be answered.</summary>
    public FreeQuestion? Read(string text, DateTime saidAt)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!CanBe(text)) return null;
        return dues.Read(text, saidAt) ?? figures.Read(text, saidAt) ?? OfSentences(text, saidAt);
    }

    // One clear question among other words, if nobody in particular is spoken to: 咱街道演练一共报了多少场？我写总结用一下。
    private FreeQuestion? OfSentences(string text, DateTime saidAt)
    {
        if (text.AsSpan().ContainsAny(ToSomebody)) return null;
        var sentences = Sentences(text);
        if (sentences.Count is < 2 or > MostSentences) return null;
        var asked = sentences.Where(s => s.EndsWith('？') || s.EndsWith('?')).ToList();

        // What is told besides must not get lost.
        if (figures.Tells(string.Concat(sentences.Except(asked)), saidAt)) return null;
        var isOfOthers = others.Any(o => text.Contains(o, StringComparison.Ordinal));
        return asked.Select(s => (isOfOthers ? null : Named(dues.Read(s, saidAt))) ?? figures.Read(s, saidAt)).FirstOrDefault(q => q is not null);
    }

    // Out of its own words a question must name what it is about.
    private static FreeQuestion? Named(FreeQuestion? question) => question switch
    {
        FreeQuestion.WhenDue { Topic: null or { IsEmpty: true } } or FreeQuestion.HowManyReported { Topic.IsEmpty: true } or FreeQuestion.OwnStatus { Topic.IsEmpty: true } => null,
        _ => question,
    };

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        for (var rest = text.AsSpan().Trim(); !rest.IsEmpty;)
        {
            var end = rest.IndexOfAny(Ends) is >= 0 and var at ? at + 1 : rest.Length;
            while (end < rest.Length && Ends.Contains(rest[end])) end++;
            sentences.Add(rest[..end].Trim().ToString());
            rest = rest[end..].TrimStart();
        }

        return sentences;
    }
}
