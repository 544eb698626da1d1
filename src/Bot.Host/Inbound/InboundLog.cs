namespace Bot.Host.Inbound;

internal static partial class InboundLog
{
    [LoggerMessage(1001, LogLevel.Error, "A chat worker failed ({Kind}) and goes on")]
    public static partial void WorkerFailed(ILogger log, string kind, Exception failure);

    [LoggerMessage(1002, LogLevel.Error, "Message {Message} could not be handled; parked: {Parked}")]
    public static partial void MessageFailed(ILogger log, Guid message, bool parked, Exception failure);

    [LoggerMessage(1003, LogLevel.Information, "Submission {Submission}: {Asked} proposals of the language model are asked, {Dropped} were dropped")]
    public static partial void Proposals(ILogger log, Guid submission, int asked, int dropped);

    [LoggerMessage(1004, LogLevel.Warning, "Submission {Submission}: no answer of the language model ({Code})")]
    public static partial void NoProposals(ILogger log, Guid submission, string code);

    [LoggerMessage(1005, LogLevel.Error, "Asking about a language model's proposals failed ({Kind}); the next report is taken")]
    public static partial void ProposalsFailed(ILogger log, string kind, Exception failure);
}
