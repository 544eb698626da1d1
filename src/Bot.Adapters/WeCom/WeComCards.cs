using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>Template cards (document 101032): a question's choices as buttons, and what a used card becomes.</summary>
internal static class WeComCards
{
    /// <summary>How many choices a card holds.</summary>
    public const int MostChoices = 20;

    // As buttons; more are a list to pick from.
    private const int MostButtons = 6;

    private const int LongestTitle = 24;

    /// <summary>A card with a message's choices. Its number is never the same twice: WeCom refuses a repeated one.</summary>
    public static JsonObject Choices(OutgoingMessage message)
    {
        var isList = message.Buttons.Count > MostButtons;
        var card = new JsonObject
        {
            ["card_type"] = isList ? "vote_interaction" : "button_interaction", ["main_title"] = new JsonObject { ["title"] = Title(message.Text) }, ["task_id"] = Task(message.Key),
        };
        if (!isList)
        {
            card["button_list"] = new JsonArray([.. message.Buttons.Select((b, at) => (JsonNode)new JsonObject { ["text"] = b.Label, ["style"] = at == 0 ? 1 : 2, ["key"] = b.Data })]);
            return card;
        }

        var options = new JsonArray([.. message.Buttons.Select(b => (JsonNode)new JsonObject { ["id"] = b.Data, ["text"] = b.Label })]);
        card["checkbox"] = new JsonObject { ["question_key"] = "choice", ["mode"] = 0, ["option_list"] = options };
        card["submit_button"] = new JsonObject { ["text"] = "提交", ["key"] = WeComMessages.SubmitButton };
        return card;
    }

    /// <summary>What a card shows once somebody chose.</summary>
    /// <param name="task">The card's number.</param>
    public static JsonObject Used(string task) => new()
    {
        ["card_type"] = "button_interaction",
        ["main_title"] = new JsonObject { ["title"] = "已收到选择" },
        ["button_list"] = new JsonArray(new JsonObject { ["text"] = "已选", ["style"] = 2, ["key"] = WeComMessages.UsedButton }),
        ["task_id"] = task,
    };

    // The question itself stands above the card; the card's title reminds of it.
    private static string Title(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.IndexOf('\n') is var end and >= 0) line = line[..end];
        if (line.Length <= LongestTitle) return line.ToString();
        var cut = char.IsHighSurrogate(line[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return string.Concat(line[..cut], "…");
    }

    private static string Task(string key) =>
        $"q_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 12))}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
}
