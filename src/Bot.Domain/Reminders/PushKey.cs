using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Messages;

namespace Bot.Domain.Reminders;

/// <summary>What makes a push unique within an office: the due set, the deadline that counts, the step, the chat. Each is sent once.</summary>
public readonly record struct PushKey(OccurrenceKey Of, DateOnly Deadline, string Step, ChatKey Chat)
{
    /// <summary>As it is stored.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Of.Campaign}/{Of.Obligation}/{Of.Day:yyyy-MM-dd}/{Deadline:yyyy-MM-dd}/{Step}/{Chat.Platform}/{Chat.Id}");
}
