using System.Text.Json.Serialization;

namespace Bot.Adapters.Imports;

/// <summary>A chat log handed in at the console, from its review to its report.</summary>
internal sealed record ImportJob
{
    /// <summary>The choice that takes a sender as proposed.</summary>
    public const string AsProposed = "=";

    /// <summary>The choice that leaves a sender out.</summary>
    public const string LeftOut = "-";

    public required Guid Id { get; init; }
    public required Guid Office { get; init; }

    /// <summary>Who handed it in.</summary>
    public required Guid By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The file's name as it was handed in.</summary>
    public required string FileName { get; init; }

    /// <summary>The file's content; null: done with, and gone.</summary>
    public string? Blob { get; init; }

    /// <summary>The group's name; there may be none yet.</summary>
    public required string Group { get; init; }

    /// <summary>The campaign it is bound to where it is not yet; null: as it is.</summary>
    public string? Campaign { get; init; }

    /// <summary>The day it was copied on; null: not said.</summary>
    public DateOnly? CopiedOn { get; init; }

    /// <summary>Whether its dates begin with the month; null: as the log shows.</summary>
    public bool? MonthFirst { get; init; }

    public ImportStage Stage { get; init; }

    /// <summary>Who a sender is, by the sender's id: <see cref="AsProposed"/>, <see cref="LeftOut"/>, a unit's id, or nobody knows yet (empty).</summary>
    public IReadOnlyDictionary<string, string> Choices { get; init; } = new Dictionary<string, string>();

    /// <summary>How many messages are read.</summary>
    public int Done { get; init; }

    /// <summary>How many there are.</summary>
    public int Messages { get; init; }

    /// <summary>What was read, counted, asked and skipped.</summary>
    public IReadOnlyList<ImportFigure> Report { get; init; } = [];

    /// <summary>Why it ended before its end; null: it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>The review table with these choices.</summary>
    public SenderLine Decide(SenderLine proposed, SenderMatching known) => Choices.GetValueOrDefault(proposed.Id, AsProposed) switch
    {
        AsProposed => proposed,
        LeftOut => proposed with { IsLeftOut = true },
        var choice when Guid.TryParse(choice, out var id) && known.UnitOf(id) is { } unit => proposed with
        {
            Units = [unit.Name], Person = proposed.Units is [var own] && own == unit.Name ? proposed.Person : "", Because = "后台指定",
        },
        _ => proposed with { Units = [], Person = "", Because = "" },
    };
}

/// <summary>How far an import is. The names are stored; they are never renamed.</summary>
internal enum ImportStage
{
    /// <summary>Looked through; nothing counts yet.</summary>
    Review,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Read to its end.</summary>
    Done,

    /// <summary>Ended before its end; it can be begun again and goes on from there.</summary>
    Failed,
}

/// <summary>A line of the report.</summary>
internal sealed record ImportFigure(string Label, string Value);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ImportJob))]
internal sealed partial class ImportJson : JsonSerializerContext;
