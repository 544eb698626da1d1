using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>One of the messages a bot message becomes: words, buttons, or a file.</summary>
internal abstract record WeComPart
{
    private WeComPart() { }

    /// <summary>Words, plain.</summary>
    public sealed record Words(string Text) : WeComPart;

    /// <summary>The message's choices.</summary>
    public sealed record Choices : WeComPart;

    /// <summary>A file.</summary>
    public sealed record File(OutgoingContent.File Content) : WeComPart;
}
