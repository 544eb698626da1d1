namespace Bot.Domain.Reading;

/// <summary>A piece of the original message: UTF-16 units, <paramref name="To"/> exclusive.</summary>
public readonly record struct TextSpan(int From, int To)
{
    /// <summary>How many UTF-16 units.</summary>
    public int Length => To - From;

    /// <summary>The smallest span that holds both.</summary>
    public TextSpan Join(TextSpan other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}
