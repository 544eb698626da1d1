using System.Text.Json.Nodes;
using Bot.Domain.Messages;

namespace Bot.Adapters.Telegram;

/// <summary>A bot message as Telegram takes it: texts that fit, then files.</summary>
internal sealed record TelegramLetter
{
    /// <summary>The largest photo, in bytes; what is larger goes as a file.</summary>
    private const int LargestPhoto = 10 << 20;

    /// <summary>Its parts in order.</summary>
    public required IReadOnlyList<TelegramPart> Parts { get; init; }

    /// <summary>Puts a message together.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="mentions">Whom it names.</param>
    /// <param name="contents">Its files, made.</param>
    public static TelegramLetter Of(OutgoingMessage message, IReadOnlyList<TelegramMention> mentions, IReadOnlyList<(OutgoingFile File, OutgoingContent Content)> contents)
    {
        var links = contents.Select(c => c.Content is OutgoingContent.Link link ? $"{c.File.Name}：{link.Url}" : null).OfType<string>().ToList();
        var missing = contents.Where(c => c.Content is OutgoingContent.Nothing).Select(c => c.File.Name).ToList();
        if (missing.Count > 0) links.Add($"{string.Join('、', missing)}：在这里打不开，请到网页群聊或后台查看。");
        var text = links.Count == 0 ? message.Text : message.Text + "\n" + string.Join('\n', links);
        var files = contents.Select(c => c.Content).OfType<OutgoingContent.File>().ToList();

        // One file with a short text is one message, not two.
        if (files.Count == 1 && text.Length <= TelegramText.LongestCaption)
            return new TelegramLetter { Parts = [new TelegramPart { Text = new TelegramText(text, mentions), File = files[0], IsPhoto = CanBePhoto(files[0]), Buttons = message.Buttons, Answers = true }] };
        var texts = TelegramText.Split(text, mentions);
        return new TelegramLetter
        {
            Parts =
            [
                .. texts.Select((t, at) => new TelegramPart { Text = t, Buttons = at == texts.Count - 1 ? message.Buttons : [], Answers = at == 0 }),
                .. files.Select(f => new TelegramPart { File = f, IsPhoto = CanBePhoto(f), Answers = texts.Count == 0 }),
            ],
        };
    }

    private static bool CanBePhoto(OutgoingContent.File file) =>
        Path.GetExtension(file.Name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG" && file.Bytes.Length <= LargestPhoto;
}

/// <summary>One message of those a bot message becomes.</summary>
internal sealed record TelegramPart
{
    public TelegramText? Text { get; init; }
    public OutgoingContent.File? File { get; init; }
    public IReadOnlyList<MessageButton> Buttons { get; init; } = [];

    /// <summary>Whether its file is a photo to be seen at once: of a kind and size Telegram takes as such, and it has not refused it.</summary>
    public bool IsPhoto { get; init; }

    /// <summary>Whether it stands under the message that is answered.</summary>
    public bool Answers { get; init; }

    /// <summary>The call's parameters.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="answered">The number of the message it answers; null: none.</param>
    public JsonObject Ask(TelegramPlace place, long? answered)
    {
        var ask = new JsonObject { ["chat_id"] = place.Id };
        if (Text is not null) ask[File is null ? "text" : "caption"] = Text.Text;
        if (Text is { Mentions.Count: > 0 }) ask[File is null ? "entities" : "caption_entities"] = Entities(Text);
        if (File is null) ask["link_preview_options"] = new JsonObject { ["is_disabled"] = true };
        if (Answers && answered is { } under) ask["reply_parameters"] = new JsonObject { ["message_id"] = under, ["allow_sending_without_reply"] = true };
        else if (place.Topic is { } topic) ask["message_thread_id"] = topic;
        if (Buttons.Count > 0) ask["reply_markup"] = new JsonObject { ["inline_keyboard"] = Keyboard() };
        return ask;
    }

    private static JsonArray Entities(TelegramText text) =>
        [.. text.Mentions.Select(m => (JsonNode)new JsonObject
        {
            ["type"] = "text_mention", ["offset"] = m.At, ["length"] = m.Length,
            ["user"] = new JsonObject { ["id"] = m.User, ["is_bot"] = false, ["first_name"] = text.Text.Substring(m.At, m.Length) },
        })];

    // Short labels share a line; phones show about sixteen characters of them.
    private JsonArray Keyboard()
    {
        var rows = new JsonArray();
        var width = 0;
        foreach (var button in Buttons)
        {
            var one = new JsonObject { ["text"] = button.Label, ["callback_data"] = button.Data };
            if (rows.Count > 0 && width + button.Label.Length <= 16)
            {
                ((JsonArray)rows[^1]!).Add(one);
                width += button.Label.Length + 2;
            }
            else
            {
                rows.Add(new JsonArray(one));
                width = button.Label.Length + 2;
            }
        }

        return rows;
    }
}
