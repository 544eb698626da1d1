using Bot.Adapters.Console;

namespace Bot.Host.Console;

/// <summary>What somebody entered in a form that was not taken, and what is wrong with it, field by field.</summary>
public sealed record Entered
{
    /// <summary>Nothing was entered yet.</summary>
    public static Entered Nothing { get; } = new();

    /// <summary>The entered values by field.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>What to show in a field: what was entered, otherwise what is known.</summary>
    public string Value(string field, string? known = null) => Values.GetValueOrDefault(field) ?? known ?? "";

    /// <summary>What is wrong with a field; null: nothing.</summary>
    public string? Fault(string field) => Faults.GetValueOrDefault(field);

    /// <summary>The form with what was found wrong.</summary>
    public static Entered Wrong(IFormCollection form, string field, string sentence) => new()
    {
        Values = form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal),
        Faults = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = sentence },
    };

    /// <summary>The form with what the register refused.</summary>
    internal static Entered Wrong(IFormCollection form, RegisterOutcome.Refused refused) => Wrong(form, refused.Field, refused.Sentence);
}
