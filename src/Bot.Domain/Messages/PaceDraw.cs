namespace Bot.Domain.Messages;

/// <summary>What one send takes out of a bucket.</summary>
/// <param name="Bucket">The bucket's name: the platform's own, or one chat's.</param>
/// <param name="Holds">How many messages it holds when full: as many may go at once.</param>
/// <param name="Each">How long it takes for one more.</param>
/// <param name="Messages">How many messages the platform counts this send as. More than the bucket holds are drawn from a full one, which is in debt then.</param>
public sealed record PaceDraw(string Bucket, int Holds, TimeSpan Each, int Messages)
{
    /// <summary>So that no more than <paramref name="most"/> messages go within any span of <paramref name="within"/>: half of them at once, the others spread over it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two messages.</exception>
    public static PaceDraw AtMost(string bucket, int most, TimeSpan within, int messages)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 2);
        return new PaceDraw(bucket, most / 2, within / (most - (most / 2)), messages);
    }

    /// <summary>How many the bucket has after a while.</summary>
    /// <param name="before">How many it had; fewer than none: it was in debt.</param>
    /// <param name="passed">How long ago; less than nothing: the clock was set back, and nothing was gained.</param>
    public double After(double before, TimeSpan passed) =>
        Math.Min(Holds, before + (passed > TimeSpan.Zero ? passed / Each : 0));

    /// <summary>How long it takes until there is enough.</summary>
    /// <param name="left">How many it has.</param>
    public TimeSpan Until(double left)
    {
        var lacking = Math.Min(Messages, Holds) - left;
        return lacking > 0 ? lacking * Each : TimeSpan.Zero;
    }
}
