using System.Globalization;
using Bot.Domain.Dues;
using Bot.Domain.Messages;
using Bot.Domain.Reminders;
using Bot.Domain.Replies;
using Bot.Domain.Rollups;
using Bot.Host.Console;

namespace Bot.Host.Reminders;

/// <summary>Figures get their words, and admins their files.</summary>
internal sealed class RollupWording(IPushes pushes, ISeasons seasons, RollupChats chats, RollupFigures figures, TimeProvider clock)
{
    public async Task<Worded> WordAsync(OutgoingMessage message, IReadOnlyList<StillMissing> entries, CancellationToken cancel)
    {
        var office = entries[0].Office;
        var season = await seasons.LoadAsync(office, clock.GetUtcNow(), cancel);
        var posts = new List<RollupPost>();
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        RollupChat? hears = null;
        foreach (var entry in entries)
        {
            // The campaign may have ended, or the admin gone, since it was queued.
            if (SeasonOccurrence.Find(season, entry.Of) is not { } of) continue;
            if ((await chats.OfAsync(season, of.Running, cancel)).FirstOrDefault(c => c.Chat == message.Chat) is not { } chat) continue;
            var post = await figures.OfAsync(season, of, chat.Units(season), cancel);
            if (post.Coverage.Expected == 0) continue;
            posts.Add(post with { Corrects = entry.Step == RollupPosts.Corrected });
            told[entry.Key] = post.Fingerprint;
            hears = chat;
        }

        if (hears is null) return new Worded.Idle();
        await pushes.ToldAsync(office, told, cancel);
        return new Worded.Ready(hears.ToAdmin
            ? message with { Text = RollupPostText.Admin(posts), Files = [.. posts.SelectMany(p => Files(p, hears, season)).DistinctBy(f => f.Path)] }
            : message with { Text = RollupPostText.Group(posts) });
    }

    // The forms of the days covered, and so far, of the units the admin runs.
    private static IEnumerable<OutgoingFile> Files(RollupPost post, RollupChat chat, Season season)
    {
        foreach (var (whose, unit) in Whose(chat, season))
        {
            foreach (var form in HandInDays.Forms(post.Campaign, post.Obligation))
            {
                if (!HandInDays.FromBeginning(post.Days))
                {
                    var days = string.Create(CultureInfo.InvariantCulture, $"from={post.Days.From:yyyy-MM-dd}&to={post.Days.To:yyyy-MM-dd}");
                    yield return File($"{form.Name}{whose}（{SpokenDays.Of([post.Days])}）.docx", ConsolePaths.File(post.Campaign.Id, form.Id, "docx"), days, unit);
                }

                yield return File($"{form.Name}{whose}（累计）.docx", ConsolePaths.File(post.Campaign.Id, form.Id, "docx"), unit);
                yield return File($"{form.Name}{whose}（累计）.xlsx", ConsolePaths.File(post.Campaign.Id, form.Id, "xlsx"), unit);
            }
        }
    }

    private static IEnumerable<(string Name, string Query)> Whose(RollupChat chat, Season season)
    {
        if (chat.Tops.Count == 0) return [("", "")];
        return season.Units.Where(u => chat.Tops.Contains(u.Id)).Select(u => (u.Name, $"unit={u.Id.Value}"));
    }

    private static OutgoingFile File(string name, string path, params ReadOnlySpan<string> query)
    {
        foreach (var part in query)
        {
            if (part.Length > 0) path += (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + part;
        }

        return new OutgoingFile(name, path);
    }
}
