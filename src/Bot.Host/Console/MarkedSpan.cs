using Bot.Domain.Reading;

namespace Bot.Host.Console;

/// <summary>A piece of a message to be marked.</summary>
/// <param name="Span">Where.</param>
/// <param name="Kind">How it looks: <c>figure</c>, <c>ask</c>, <c>extra</c>, <c>left</c>.</param>
/// <param name="Title">What it was taken for.</param>
public sealed record MarkedSpan(TextSpan Span, string Kind, string Title);

/// <summary>A stretch of text, marked or not.</summary>
internal sealed record MarkedPiece(string Text, MarkedSpan? Mark)
{
    /// <summary>Cuts a text at its marks. Marks inside others join them; what lies outside the text is left out.</summary>
    public static IReadOnlyList<MarkedPiece> Cut(string text, IEnumerable<MarkedSpan> marks)
    {
        var pieces = new List<MarkedPiece>();
        var at = 0;
        foreach (var mark in Apart(text, marks))
        {
            if (mark.Span.From > at)
                pieces.Add(new MarkedPiece(text[at..mark.Span.From], null));
            pieces.Add(new MarkedPiece(text[mark.Span.From..mark.Span.To], mark));
            at = mark.Span.To;
        }

        if (at < text.Length)
            pieces.Add(new MarkedPiece(text[at..], null));
        return pieces;
    }

    /// <summary>The text around a span with the spans moved along: for a long message of which only a part is shown.</summary>
    public static (string Text, TextSpan Span) Around(string text, TextSpan span, int sides)
    {
        var from = Math.Clamp(span.From - sides, 0, text.Length);
        var to = Math.Clamp(span.To + sides, from, text.Length);
        if (from > 0 && char.IsLowSurrogate(text[from]))
            from--;
        if (to < text.Length && char.IsLowSurrogate(text[to]))
            to++;
        var (before, behind) = (from > 0 ? "…" : "", to < text.Length ? "…" : "");
        var moved = before.Length - from;
        return (before + text[from..to] + behind, new TextSpan(span.From + moved, span.To + moved));
    }

    private static List<MarkedSpan> Apart(string text, IEnumerable<MarkedSpan> marks)
    {
        var apart = new List<MarkedSpan>();
        foreach (var mark in marks.Where(m => m.Span.From >= 0 && m.Span.From < m.Span.To && m.Span.To <= text.Length).OrderBy(m => m.Span.From).ThenByDescending(m => m.Span.To))
        {
            if (apart.Count > 0 && mark.Span.From < apart[^1].Span.To)
            {
                var last = apart[^1];
                apart[^1] = last with
                {
                    Span = last.Span.Join(mark.Span),
                    Title = last.Title.Contains(mark.Title, StringComparison.Ordinal) ? last.Title : $"{last.Title}；{mark.Title}",
                };
            }
            else
            {
                apart.Add(mark);
            }
        }

        return apart;
    }
}
