using Bot.Domain.Messages;
using Bot.Domain.Reminders;

namespace Bot.Host.Reminders;

/// <summary>Gives a queued push its words at the moment of sending, from what is then true.</summary>
internal sealed class PushWording(IPushes pushes, MissingWording missing, RollupWording rollups, PrefillWording prefills, TimeProvider clock)
{
    /// <summary>How long a push waits for messages that arrived before it to be handled.</summary>
    private const int MostWaits = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>The message with its words; or that it waits, or is idle.</summary>
    public async Task<Worded> WordAsync(OutboxItem item, CancellationToken cancel)
    {
        var entries = await pushes.StillMissingAsync(item.Message.Key, cancel);
        if (entries.Count == 0) return new Worded.Idle();
        if (item.Attempts < MostWaits && await pushes.AnyUnhandledAsync(entries[0].Office, entries.Max(e => e.PlannedAt), cancel)) return new Worded.Wait(clock.GetUtcNow() + Pause);
        return entries[0].Kind switch
        {
            PushKind.Thanks => await missing.ThanksAsync(item.Message, entries, cancel),
            PushKind.Reminder or PushKind.Escalation => await missing.MissingAsync(item.Message, entries, cancel),
            PushKind.Rollup => await rollups.WordAsync(item.Message, entries, cancel),
            PushKind.Prefill => await prefills.WordAsync(item.Message, entries, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>What became of a push at the moment of sending.</summary>
internal abstract record Worded
{
    private Worded() { }

    /// <summary>It can be sent.</summary>
    public sealed record Ready(OutgoingMessage Message) : Worded;

    /// <summary>Messages that arrived before it are handled first.</summary>
    public sealed record Wait(DateTimeOffset Until) : Worded;

    /// <summary>Nobody is missing any more, or nobody is there to be told: it is not sent.</summary>
    public sealed record Idle : Worded;
}
