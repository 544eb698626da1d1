namespace Bot.Adapters.Telegram;

/// <summary>What came of a call. Nothing in it holds the token or an address.</summary>
internal abstract record TelegramAnswer<T>
{
    private TelegramAnswer() { }

    /// <summary>It was done.</summary>
    public sealed record Done(T Result) : TelegramAnswer<T>;

    /// <summary>Telegram refused it.</summary>
    /// <param name="Code">The HTTP status.</param>
    /// <param name="Description">Telegram's words after the status name, e.g. <c>chat not found</c>.</param>
    public sealed record Refused(int Code, string Description) : TelegramAnswer<T>
    {
        /// <summary>How long it asks us to wait; null: it does not.</summary>
        public TimeSpan? RetryAfter { get; init; }

        /// <summary>The new id of a group that became a supergroup.</summary>
        public long? MovedTo { get; init; }
    }

    /// <summary>No answer that could be understood.</summary>
    /// <param name="Kind">What happened, as a code.</param>
    /// <param name="MayBeDone">Whether the request may have reached Telegram all the same.</param>
    public sealed record Silent(string Kind, bool MayBeDone) : TelegramAnswer<T>;
}
