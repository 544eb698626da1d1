using System.Globalization;
using Bot.Adapters.Storage;
using Bot.Domain.Campaigns;
using Bot.Domain.Dues;
using Bot.Domain.Messages;

namespace Bot.Host.Simulation;

/// <summary>How a rehearsal's output names things (design §10).</summary>
internal static class RehearsalWords
{
    public static string Of(ObligationKind kind) => Lower(kind.ToString());

    public static string Of(DueState state) => Lower(state.ToString());

    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A message as a line.</summary>
    public static SentLine Line(DateTimeOffset at, OutgoingMessage message, string group) => new()
    {
        At = at.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        To = PrivateChats.Is(message.Chat) ? message.Chat.Id[PrivateChats.Prefix.Length..] : group,
        Kind = Lower(message.Kind.ToString()), Text = message.Text,
        Dues = message.Dues.Count == 0 ? null : [.. message.Dues.Select(d => new SentDue(d.Id, Of(d.Obligation), Of(d.Deadline), d.Units))],
    };

    private static string Lower(string word) => word.ToLowerInvariant();
}
