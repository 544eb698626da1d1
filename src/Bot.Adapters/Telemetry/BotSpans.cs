using System.Diagnostics;
using Bot.Domain.Messages;

namespace Bot.Adapters.Telemetry;

/// <summary>A span for each step of a message's way. Spans carry ids and the kind of a failure: never words, names or numbers.</summary>
internal static class BotSpans
{
    /// <summary>What collectors know them by.</summary>
    public const string Name = "SafetyMonth";

    private static readonly ActivitySource Source = new(Name);

    /// <summary>Steps 3 and 4: a message is stored and acknowledged.</summary>
    public static Activity? Accept(IncomingMessage message) => Of("accept", message.Id);

    /// <summary>Steps 6 to 10: a message is gathered, read, checked and recorded.</summary>
    public static Activity? Handle(IncomingMessage message) => Of("handle", message.Id);

    /// <summary>Step 10 within them: the one transaction.</summary>
    public static Activity? Commit() => Source.StartActivity("commit");

    /// <summary>Steps 11 and 12: a bot message is sent.</summary>
    public static Activity? Send(OutboxItem item) => Source.StartActivity("send")?.SetTag("safetymonth.outbox.seq", item.Seq);

    /// <summary>Says of a span that its step failed.</summary>
    /// <param name="span">The span.</param>
    /// <param name="code">The kind of failure: a code or an exception's type, never its message.</param>
    public static void Fail(this Activity? span, string code) => span?.SetTag("error.type", code).SetStatus(ActivityStatusCode.Error);

    private static Activity? Of(string step, MessageId message) => Source.StartActivity(step)?.SetTag("safetymonth.message.id", message.Value);
}
