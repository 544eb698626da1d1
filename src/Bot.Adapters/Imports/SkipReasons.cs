namespace Bot.Adapters.Imports;

/// <summary>Why something in a chat log is not a message to read.</summary>
internal static class SkipReasons
{
    public const string Service = "入群、置顶、撤回等系统提示";
    public const string NoWords = "没有文字，也没有照片和文件";
    public const string NotHeard = "语音、表情、位置：听不到";
    public const string PhotoNotThere = "复制出来的文字里没有照片和文件本身";
    public const string TooLong = "超过两万字，请作为文档发送";
    public const string Preamble = "第一条抬头之前的文字";
    public const string LikeHeader = "像抬头，但写法和别处的抬头不同，当作正文读";
    public const string Future = "时间在今天之后";
}
