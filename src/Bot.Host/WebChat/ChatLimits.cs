using Bot.Adapters.WebChat;

namespace Bot.Host.WebChat;

/// <summary>How much one request may hold. Beyond it a sentence says what to do; nothing is cut off silently.</summary>
internal static class ChatLimits
{
    /// <summary>Characters (UTF-16) of a message.</summary>
    public const int Text = WebChatPosts.LongestText;

    /// <summary>Photos and files of a message.</summary>
    public const int Attachments = WebChatPosts.MostAttachments;

    /// <summary>Bytes of a text field that are read at all, to be able to say how long it was.</summary>
    public const int TextBytes = 4 * 1024 * 1024;

    /// <summary>Bytes of one upload or post: a little more than the largest file taken, so that the intake can say what is too large.</summary>
    public const long UploadBytes = 256L * 1024 * 1024;

    /// <summary>Bubbles in one answer.</summary>
    public const int Page = 40;

    public static string TextTooLong(int length) =>
        $"这条消息有{length}个字，一条最多{Text}个字。请分几条发，或者把文件作为附件发来。";

    public const string Empty = "消息是空的。请写几个字，或者添加照片。";

    public static readonly string TooManyAttachments = $"一条消息最多{Attachments}张照片或文件，请分几条发。";

    public const string TooLarge = "发的内容太大，没有收下。请分几条发；大的视频请剪短或压缩后再发。";
}
