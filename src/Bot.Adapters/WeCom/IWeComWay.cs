using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>One of the ways by which WeCom can be written to.</summary>
internal interface IWeComWay
{
    /// <summary>The longest words, in bytes.</summary>
    int Longest { get; }

    /// <summary>A text as it must be written to be shown as it is.</summary>
    string Shown(string text);

    /// <summary>Whether it can show buttons.</summary>
    bool ShowsButtons { get; }

    /// <summary>Posts one part of a message.</summary>
    Task<WeComAnswer> PostAsync(OutgoingMessage message, WeComPart part, CancellationToken cancel);
}
