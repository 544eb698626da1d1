using System.Text.Json;

namespace Bot.Adapters.Imports;

/// <summary>Takes the messages out of an export piece by piece, as its bytes come in.</summary>
internal sealed class TelegramMessageScan(TimeZoneInfo zone)
{
    /// <summary>The longest single message or string taken, in bytes.</summary>
    public const int Longest = 4 << 20;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    private byte[] buffer = new byte[128 << 10];
    private int from;
    private int to;
    private bool isFirst = true;
    private bool isLast;
    private bool isInMessages;
    private bool isChatId;
    private bool isMessages;
    private JsonReaderState state;
    private long lines = 1;
    private string chat = "";

    /// <summary>Whether nothing more comes.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Where the next bytes go.</summary>
    public Memory<byte> Room()
    {
        if (from > 0) buffer.AsSpan(from, to - from).CopyTo(buffer);
        (to, from) = (to - from, 0);
        if (to == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        return buffer.AsMemory(to);
    }

    /// <summary>That many bytes came; none: the file is at its end.</summary>
    public void Took(int bytes)
    {
        to += bytes;
        isLast = bytes == 0;
        if (!isFirst || to < Mark.Length) return;
        isFirst = false;
        if (buffer.AsSpan(0, to).StartsWith(Mark)) from = Mark.Length;
    }

    /// <summary>The next message; null: more bytes are needed, or it is done.</summary>
    public LogItem? Next()
    {
        if (IsDone) return null;
        try
        {
            if (!isInMessages && Seek() is { } refusal) return refusal;
            if (isInMessages && Message() is { } item) return item;
        }
        catch (JsonException broken)
        {
            return End($"这里的 JSON 坏了（{(broken.LineNumber is { } at ? $"第{at + 1}行附近" : "位置不明")}），它后面的内容没有读；请重新导出。");
        }

        if (IsDone) return null;
        if (to - from > Longest) return End("有一条内容太长（超过4MB），它和后面的内容没有读；请重新导出。");
        return isLast ? End(isInMessages ? "文件在这里断了，后面的内容没有；请重新导出。" : "没有找到 messages：这不是 Telegram Desktop 的单个聊天导出（JSON）。") : null;
    }

    // Up to the list of messages. What stands before it is passed over token by token.
    private LogItem? Seek()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(from, to - from), isLast, state);
        while (!isInMessages && reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                (isChatId, isMessages) = (reader.ValueTextEquals("id"u8), reader.ValueTextEquals("messages"u8));
                if (reader.ValueTextEquals("chats"u8)) return End("这是整个帐号的导出；请在群里用“导出聊天记录”只导出这一个群。");
            }
            else
            {
                if (isChatId && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id)) chat = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
                isInMessages = isMessages && reader.TokenType == JsonTokenType.StartArray;
                (isChatId, isMessages) = (false, false);
            }
        }

        Keep(ref reader);
        return null;
    }

    private LogItem? Message()
    {
        var reader = new Utf8JsonReader(buffer.AsSpan(from, to - from), isLast, state);
        if (!reader.Read()) return null;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            IsDone = true;
            return null;
        }

        var begins = from + (int)reader.TokenStartIndex;
        if (!reader.TrySkip()) return null;
        var line = lines + buffer.AsSpan(from, begins - from).Count((byte)'\n');
        var length = from + (int)reader.BytesConsumed - begins;
        var piece = buffer.AsMemory(begins, length);
        Keep(ref reader);
        using var message = JsonDocument.Parse(piece);
        return TelegramWire.Read(message.RootElement, chat, line, zone);
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        var passed = (int)reader.BytesConsumed;
        lines += buffer.AsSpan(from, passed).Count((byte)'\n');
        from += passed;
        state = reader.CurrentState;
    }

    private LogItem.Broken End(string sentence)
    {
        IsDone = true;
        var rest = buffer.AsSpan(from, to - from);
        return new LogItem.Broken(lines + rest[..(rest.Length - rest.TrimStart(" ,\r\n\t"u8).Length)].Count((byte)'\n'), sentence);
    }
}
