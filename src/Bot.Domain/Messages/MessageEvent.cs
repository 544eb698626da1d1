namespace Bot.Domain.Messages;

/// <summary>What happened to a message.</summary>
public enum MessageEvent
{
    /// <summary>It was said.</summary>
    Said,

    /// <summary>Its text was changed.</summary>
    Edited,

    /// <summary>It was taken back on the platform.</summary>
    Withdrawn,

    /// <summary>A button below a bot message was pressed; the text is the button's data.</summary>
    Pressed,
}
