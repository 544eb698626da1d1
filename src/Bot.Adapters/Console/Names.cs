namespace Bot.Adapters.Console;

/// <summary>What may stand in a name an admin enters.</summary>
internal static class Names
{
    /// <summary>The longest name.</summary>
    public const int Longest = 40;

    /// <summary>The name without needless white space.</summary>
    public static string Clean(string? entered) =>
        string.Join(' ', (entered ?? "").Split([' ', '\t', '\r', '\n', '\u3000', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is wrong with a cleaned name; null: nothing.</summary>
    public static string? Fault(string name, string what) => name switch
    {
        "" => $"请填写{what}。",
        { Length: > Longest } => $"{what}太长（{name.Length}字），最多{Longest}字。",
        _ when name.Any(c => char.IsControl(c) || c is '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')) =>
            $"{what}里有看不见的字符，请删去后重填。",
        _ => null,
    };

    /// <summary>Several names in one field, each once.</summary>
    public static IReadOnlyList<string> Several(string? entered) =>
        [.. (entered ?? "").Split(['、', ',', '，', ';', '；', '\n', '\t', '|'], StringSplitOptions.RemoveEmptyEntries).Select(Clean).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];
}
