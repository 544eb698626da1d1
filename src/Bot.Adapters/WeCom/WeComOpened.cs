namespace Bot.Adapters.WeCom;

/// <summary>What came of opening a callback.</summary>
internal abstract record WeComOpened
{
    /// <summary>The codes of WeCom's own libraries.</summary>
    public const int WrongSignature = -40001, BadEnvelope = -40002, WrongReceiver = -40005, NotDecrypted = -40007, BadBlock = -40008, NoBase64 = -40010;

    private WeComOpened() { }

    /// <summary>It is for us.</summary>
    public sealed record Message(string Text) : WeComOpened;

    /// <summary>It is not, or is broken.</summary>
    public sealed record Refused(int Code) : WeComOpened;
}
