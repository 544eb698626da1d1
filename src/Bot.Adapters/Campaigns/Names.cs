namespace Bot.Adapters.Campaigns;

/// <summary>The form of lasting names.</summary>
internal static class Names
{
    /// <summary>What <see cref="IsWord"/> takes, for errors.</summary>
    public const string Word = "a name of lower-case letters, digits and hyphens";

    /// <summary>What <see cref="IsSlot"/> takes, for errors.</summary>
    public const string Slot = "a name such as drill.evacuation.sessions: lower-case words joined by points";

    /// <summary>Campaigns, forms, obligations: <c>baita-2024</c>.</summary>
    public static bool IsWord(string name) => Parts(name, '-', letterFirst: false, also: '\0') >= 1;

    /// <summary>Slots: <c>study.open_class.sessions</c>.</summary>
    public static bool IsSlot(string name) => Parts(name, '.', letterFirst: true, also: '_') >= 2;

    /// <summary>How many parts; 0 where one is empty or holds something else.</summary>
    private static int Parts(string name, char separator, bool letterFirst, char also)
    {
        if (name.Length is 0 or > 80)
            return 0;
        var parts = name.Split(separator);
        return parts.All(part => part.Length > 0
            && (!letterFirst || char.IsAsciiLetterLower(part[0]))
            && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == also)) ? parts.Length : 0;
    }
}
