namespace Bot.Adapters.Erasure;

/// <summary>What stands where something was.</summary>
internal static class ErasedMark
{
    /// <summary>In place of a message or a file's name.</summary>
    public const string Text = "（已删除）";

    /// <summary>What a pseudonym begins with where names are shown.</summary>
    public const string Name = "已删除人员";

    /// <summary>What a pseudonym begins with where accounts stand.</summary>
    public const string Account = "erased-";
}
