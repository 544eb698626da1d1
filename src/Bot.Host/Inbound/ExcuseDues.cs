using Bot.Adapters.Console;
using Bot.Domain.Dues;
using Bot.Domain.GroupWords;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Replies;

namespace Bot.Host.Inbound;

/// <summary>免报, 撤销免报 and their button. Doing it again says the same and changes nothing.</summary>
internal sealed class ExcuseDues(DueBoards boards, IDues dues, AuditTrail audit)
{
    public async Task<IReadOnlyList<OutgoingMessage>> ExcuseAsync(Scene scene, GroupWord.Excuse word, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true }) return [scene.Answer(GroupReplies.AdminsOnly)];
        var board = await boards.OfAsync(scene, cancel);
        if (board.Campaigns.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        var words = Read(scene, board, word.Words);
        if (words.Unit is not { } unit) return [scene.Answer(NoUnit(word.Words, ExcuseText.ExcuseWhom))];
        if (!MayDecide(scene, unit)) return [scene.Answer(GroupReplies.AdminsOnly)];
        var because = words.Because.Length == 0 ? ExcuseText.NoReason : words.Because;
        var chosen = await ExcuseAsync(scene, board, unit, words.Topic, because, cancel);
        return [chosen.Count == 0 ? scene.Answer(ExcuseText.NothingOpen(unit)) : Told(scene, board, unit, chosen, because)];
    }

    public async Task<IReadOnlyList<OutgoingMessage>> ReopenAsync(Scene scene, GroupWord.Reopen word, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true }) return [scene.Answer(GroupReplies.AdminsOnly)];
        var board = await boards.OfAsync(scene, cancel);
        var words = Read(scene, board, word.Words);
        if (words.Unit is not { } unit) return [scene.Answer(NoUnit(word.Words, ExcuseText.ReopenWhom))];
        return [await ReopenAsync(scene, board, unit, board.ToReopen(unit.Id, words.Topic), cancel)];
    }

    /// <summary>The button below an excuse.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ReopenAsync(Scene scene, Press.Reopen press, CancellationToken cancel)
    {
        if (scene.Person is not { IsAdmin: true }) return [scene.Answer(GroupReplies.AdminsOnly)];
        var board = await boards.OfAsync(scene, cancel);
        if (scene.Place.Units.FirstOrDefault(u => u.Id == press.Unit) is not { } unit) return [scene.Answer(GroupReplies.TooLate)];
        var excused = board.Owed(unit.Id, DueTopic.All).Where(o => o.Due.State == DueState.Excused && o.Due.ExcusedAt == press.ExcusedAt).ToList();
        return [excused.Count == 0 ? scene.Answer(GroupReplies.TooLate) : await ReopenAsync(scene, board, unit, excused, cancel)];
    }

    /// <summary>Excuses what is meant; what this very word excused before is told again.</summary>
    public async Task<IReadOnlyList<OwedDue>> ExcuseAsync(Scene scene, DueBoard board, Unit unit, DueTopic topic, string because, CancellationToken cancel)
    {
        var open = board.ToExcuse(unit.Id, topic);
        if (open.Count == 0)
        {
            var since = Milliseconds(scene.Message.ReceivedAt);
            return [.. board.Owed(unit.Id, topic).Where(o => o.Due.State == DueState.Excused && o.Due.ExcusedBecause == because && o.Due.ExcusedAt >= since)];
        }

        var now = Milliseconds(scene.Now);
        if (await dues.ExcuseAsync(scene.Place.Office.Id, [.. open.Select(o => o.Due.Id)], because, scene.Person!.Id, now, cancel) > 0)
            await NoteAsync(scene, AuditAction.DuesExcused, unit, open, cancel);
        return [.. open.Select(o => o with { Due = o.Due with { State = DueState.Excused, ExcusedAt = now } })];
    }

    /// <summary>What was excused, with the button that undoes it.</summary>
    public static OutgoingMessage Told(Scene scene, DueBoard board, Unit unit, IReadOnlyList<OwedDue> excused, string because) =>
        scene.Answer(ExcuseText.Excused(unit, excused, board, because)) with
        {
            Buttons = [new MessageButton(ExcuseText.Undo, new Press.Reopen(unit.Id, excused.Max(o => o.Due.ExcusedAt)!.Value).Data)],
        };

    /// <summary>Whether the admin runs the unit.</summary>
    public static bool MayDecide(Scene scene, Unit unit) => scene.Person is { IsAdmin: true } admin && DueBoards.Runs(scene.Place.Units, admin.Runs, unit.Id);

    private async Task<OutgoingMessage> ReopenAsync(Scene scene, DueBoard board, Unit unit, IReadOnlyList<OwedDue> excused, CancellationToken cancel)
    {
        if (!MayDecide(scene, unit)) return scene.Answer(GroupReplies.AdminsOnly);
        if (excused.Count == 0) return scene.Answer(ExcuseText.NothingExcused(unit));
        await dues.ReopenAsync(scene.Place.Office.Id, [.. excused.Select(o => o.Due.Id)], scene.Now, cancel);
        await NoteAsync(scene, AuditAction.DuesReopened, unit, excused, cancel);
        return scene.Answer(ExcuseText.Reopened(unit, excused, board));
    }

    private Task NoteAsync(Scene scene, AuditAction action, Unit unit, IReadOnlyList<OwedDue> changed, CancellationToken cancel)
    {
        var of = changed[0].Of.Of;
        return audit.NoteAsync(
            scene.Place.Office.Id, scene.Person!.Id, scene.Now, action,
            [("unit", unit.Id.Value), ("campaign", of.Campaign.Value), ("obligation", of.Obligation), ("day", of.Day), ("dues", changed.Count)], cancel);
    }

    private static ExcuseWords Read(Scene scene, DueBoard board, string words) =>
        ExcuseWords.Read(words, scene.Place.Units, new TopicReader(board.Campaigns.Select(c => c.Campaign)), scene.Place.Local(scene.Message.SaidAt));

    private static string NoUnit(string words, string ask) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } name ? GroupReplies.NoSuchUnit(name) : ask;

    // As much as a button carries.
    private static DateTimeOffset Milliseconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
}
