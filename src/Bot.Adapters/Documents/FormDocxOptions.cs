using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>What the person who hands the form in adds to it.</summary>
internal sealed record FormDocxOptions
{
    /// <summary>联系人; empty: left blank.</summary>
    public string Contact { get; init; } = "";

    /// <summary>电话; empty: left blank.</summary>
    public string Phone { get; init; } = "";

    /// <summary>填报日期; null: left blank.</summary>
    public DateOnly? FilledOn { get; init; }

    /// <summary>Whether figures carry marks where a part was implied, is a cumulative difference or waits to be checked.</summary>
    public bool Marks { get; init; } = true;

    /// <summary>Whether the lines below the table say how many of how many units it stands on.</summary>
    public bool Coverage { get; init; } = true;

    /// <summary>How the office writes figures and what it leaves blank.</summary>
    public FigureStyle Figures { get; init; } = FigureStyle.Default;
}
