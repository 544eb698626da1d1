using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>A bot message as WeCom takes it: words that fit, then buttons, then files.</summary>
internal static class WeComLetter
{
    /// <summary>Its parts in order.</summary>
    /// <param name="message">What to say.</param>
    /// <param name="contents">Its files, made.</param>
    /// <param name="way">By which way.</param>
    public static IReadOnlyList<WeComPart> Of(OutgoingMessage message, IReadOnlyList<(OutgoingFile File, OutgoingContent Content)> contents, IWeComWay way)
    {
        var shows = way.ShowsButtons && message.Buttons.Count is > 0 and <= WeComCards.MostChoices;
        var text = Text(shows ? message with { Buttons = [] } : message, contents);
        return
        [
            .. WeComText.Split(way.Shown(text), way.Longest).Select(t => new WeComPart.Words(t)),
            .. shows ? [new WeComPart.Choices()] : (IReadOnlyList<WeComPart>)[],
            .. contents.Select(c => c.Content).OfType<OutgoingContent.File>().Select(f => new WeComPart.File(f)),
        ];
    }

    /// <summary>Its words, with numbered choices and with what of its files is no file.</summary>
    public static string Text(OutgoingMessage message, IReadOnlyList<(OutgoingFile File, OutgoingContent Content)> contents)
    {
        var links = contents.Select(c => c.Content is OutgoingContent.Link link ? $"{c.File.Name}：{link.Url}" : null).OfType<string>().ToList();
        var missing = contents.Where(c => c.Content is OutgoingContent.Nothing).Select(c => c.File.Name).ToList();
        if (missing.Count > 0) links.Add($"{string.Join('、', missing)}：在这里打不开，请到网页群聊或后台查看。");
        var text = WeComChoices.Numbered(message);
        return links.Count == 0 ? text : text + "\n" + string.Join('\n', links);
    }
}
