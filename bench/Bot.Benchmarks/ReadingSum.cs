using Bot.Domain.Reading;

namespace Bot.Benchmarks;

/// <summary>A checksum over everything readings say, and whether their spans lie inside the text.</summary>
internal sealed class ReadingSum
{
    /// <summary>The sum so far.</summary>
    public ulong Value { get; private set; } = 14695981039346656037;

    /// <summary>Adds a reading; false where a span lies outside.</summary>
    public bool Add(ReportReading reading, int length)
    {
        Mix((int)reading.Kind);
        Mix(reading.Nil ? 1 : 0);
        Mix((int)reading.Basis);
        Mix(reading.Subject);
        Mix(reading.FilledForm?.Value);
        foreach (var unit in reading.NilUnits)
            Mix(unit);
        foreach (var days in reading.Days)
            Mix((days.From.DayNumber * 31) + days.To.DayNumber);
        var inside = true;
        foreach (var activity in reading.Activities)
            inside &= Add(activity, length);
        foreach (var extra in reading.Extras)
        {
            Mix(extra.Label);
            Mix(extra.Measure);
            Mix(extra.Value);
            inside &= Add(extra.Span, length);
        }

        foreach (var ask in reading.Asks)
        {
            Mix(ask.Slot.Value);
            Mix(ask.Unit);
            inside &= Add(ask.Span, length);
        }

        foreach (var span in reading.LeftOver)
            inside &= Add(span, length);
        return inside;
    }

    /// <summary>Adds a quantity; false where its span lies outside.</summary>
    public bool Add(FoundQuantity found, int length)
    {
        Mix(found.Value);
        Mix(found.Upper ?? -1);
        Mix(found.Unit);
        Mix((int)found.Status);
        Mix((int)found.Bound);
        return Add(found.Span, length);
    }

    private bool Add(ReportedActivity activity, int length)
    {
        Mix(activity.Unit);
        foreach (var days in activity.Days)
            Mix((days.From.DayNumber * 31) + days.To.DayNumber);
        var inside = Add(activity.Span, length);
        foreach (var part in activity.Components)
        {
            Mix(part.Slot.Value);
            Mix(part.Value);
            Mix((int)part.Bound);
            Mix(part.Rule);
            Mix(part.Implied ? 1 : 0);
            Mix(part.Replaces ?? -1);
            inside &= Add(part.Span, length);
        }

        return inside;
    }

    private bool Add(TextSpan span, int length)
    {
        Mix(span.From);
        Mix(span.To);
        return span.From >= 0 && span.From <= span.To && span.To <= length;
    }

    private void Mix(string? words)
    {
        foreach (var c in words ?? "\0")
            Mix(c);
        Mix(-7);
    }

    private void Mix(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        foreach (var part in bits)
            Mix(part);
    }

    private void Mix(int value) => Value = (Value ^ (uint)value) * 1099511628211;
}
