using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Domain.Reminders;

/// <summary>What makes a push unique within an office: the due set, the deadline that counts, the step, the chat. Each is sent once.</summary>
public readonly record struct PushKey(OccurrenceKey Of, DateOnly Deadline, string Step, ChatKey Chat)
{
    /// <summary>The unit, where each unit has a message of its own; null: one message is about all.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>As it is stored.</summary>
    public override string ToString()
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{Of.Campaign}/{Of.Obligation}/{Of.Day:yyyy-MM-dd}/{Deadline:yyyy-MM-dd}/{Step}/{Chat.Platform}/{Chat.Id}");
        return Unit is { } unit ? string.Create(CultureInfo.InvariantCulture, $"{key}/{unit.Value:n}") : key;
    }
}
