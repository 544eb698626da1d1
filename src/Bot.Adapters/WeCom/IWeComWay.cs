using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>One of the ways by which WeCom can be written to.</summary>
internal interface IWeComWay
{
    /// <summary>The longest words, in bytes.</summary>
    int Longest { get; }

    /// <summary>Whether it can show buttons.</summary>
    bool ShowsButtons { get; }

    /// <summary>Posts one part of a message.</summary>
    Task<WeComAnswer> PostAsync(OutgoingMessage message, WeComPart part, CancellationToken cancel);
}
