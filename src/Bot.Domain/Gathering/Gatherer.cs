using Bot.Domain.Messages;

namespace Bot.Domain.Gathering;

/// <summary>
/// Decides what belongs together (design §2, step 3): album parts, loose photos within ten minutes of a text, edits.
/// Two texts never merge.
/// </summary>
public static class Gatherer
{
    /// <summary>How far loose photos may lie from their text.</summary>
    public static readonly TimeSpan PhotoReach = TimeSpan.FromMinutes(10);

    /// <summary>An album is complete when no part has come for this long (platforms/telegram.md §6) …</summary>
    public static readonly TimeSpan AlbumQuiet = TimeSpan.FromSeconds(2);

    /// <summary>… or this long after its first part.</summary>
    public static readonly TimeSpan AlbumLongest = TimeSpan.FromSeconds(10);

    /// <summary>What the message belongs to, seen at <paramref name="now"/>.</summary>
    public static GatherDecision Decide(IncomingMessage message, GatherSight sight, DateTimeOffset now)
    {
        if (message.Event == MessageEvent.Withdrawn)
        {
            return sight.SameMessage is { } former ? new GatherDecision.TakeBack(former, message) : new GatherDecision.Drop();
        }

        if (message.Event == MessageEvent.Edited && sight.SameMessage is { } edited) return new GatherDecision.Revise(edited, WithAlbum(message, sight));
        if (message.Album is not null && sight.SameAlbum is { } album) return LaterPart(message, album, sight);
        if (message.Album is not null && AlbumEnd(sight.AlbumParts) is var end && end > now) return new GatherDecision.Wait(end);

        IReadOnlyList<IncomingMessage> parts = message.Album is null || sight.AlbumParts.Count == 0 ? [message] : sight.AlbumParts;
        if (parts.All(p => p.Text.Length == 0)) return LoosePhotos(message, parts, sight);

        var absorbs = sight.LastPhotos is { } photos && Near(photos, message) ? photos.Id : (SubmissionId?)null;
        return new GatherDecision.Start(parts, absorbs);
    }

    // The captions of an album are one text, in the platform's order.
    private static IncomingMessage WithAlbum(IncomingMessage message, GatherSight sight)
    {
        if (message.Album is null) return message;
        var captions = sight.AlbumSaid.Where(p => p.Key.Id != message.Key.Id).Append(message)
            .OrderBy(p => p.Key.Id.Length).ThenBy(p => p.Key.Id, StringComparer.Ordinal).Select(p => p.Text).Where(t => t.Length > 0);
        return message with { Text = string.Join('\n', captions) };
    }

    private static GatherDecision LaterPart(IncomingMessage message, Submission album, GatherSight sight) =>
        message.Text.Length > 0
            ? new GatherDecision.Revise(album, WithAlbum(message, sight))
            : new GatherDecision.Attach(album, [message]);

    private static GatherDecision LoosePhotos(IncomingMessage message, IReadOnlyList<IncomingMessage> parts, GatherSight sight) =>
        sight.LastText is { } text && Near(text, message)
            ? new GatherDecision.Attach(text, parts)
            : new GatherDecision.Start(parts, null);

    private static bool Near(Submission submission, IncomingMessage message) =>
        (message.SaidAt - submission.SaidAt).Duration() <= PhotoReach;

    private static DateTimeOffset AlbumEnd(IReadOnlyList<IncomingMessage> parts)
    {
        if (parts.Count == 0) return DateTimeOffset.MinValue;
        var quiet = parts.Max(p => p.ReceivedAt) + AlbumQuiet;
        var longest = parts.Min(p => p.ReceivedAt) + AlbumLongest;
        return quiet < longest ? quiet : longest;
    }
}
