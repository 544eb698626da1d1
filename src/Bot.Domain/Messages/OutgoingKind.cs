namespace Bot.Domain.Messages;

/// <summary>What a bot message is (design §10, simulate's <c>kind</c>).</summary>
public enum OutgoingKind
{
    /// <summary>What was understood of a report.</summary>
    Receipt,

    /// <summary>Something is asked back.</summary>
    Question,

    /// <summary>An answer to a word or a question.</summary>
    Reply,

    /// <summary>Who has not reported yet.</summary>
    Reminder,

    /// <summary>To the admins: who is overdue.</summary>
    Escalation,

    /// <summary>All have reported.</summary>
    Thanks,

    /// <summary>A unit's form filled in advance.</summary>
    Prefill,

    /// <summary>The figures so far.</summary>
    Rollup,
}
