namespace Bot.Adapters.Calendar;

/// <summary>What came of reading days from a file.</summary>
internal abstract record HolidayFile
{
    private HolidayFile() { }

    /// <summary>The days, in the order of the file.</summary>
    public sealed record Taken(IReadOnlyList<HolidayRow> Rows) : HolidayFile
    {
        /// <summary>Sentences that name days and say nothing binding about them (鼓励…).</summary>
        public IReadOnlyList<string> PassedOver { get; init; } = [];
    }

    /// <summary>Nothing is taken.</summary>
    public sealed record Refused(HolidayFault Fault) : HolidayFile;

    /// <summary>One answer for each case.</summary>
    public T Match<T>(Func<Taken, T> taken, Func<HolidayFault, T> refused) => this switch
    {
        Taken good => taken(good),
        Refused bad => refused(bad.Fault),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static HolidayFile Refuse(string file, int line, string wrong, string remedy) => new Refused(new HolidayFault(file, line, wrong, remedy));
}
