using Bot.Adapters.Erasure;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>purge --older-than &lt;n&gt;d|&lt;n&gt;m [--office …] [--yes]</c>: takes texts, photos and bot messages that are older; every figure stays. Without
/// <c>--yes</c> it tells what it would do.
/// </summary>
internal static class PurgeOld
{
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        var (asked, fault) = ErasureArguments.Read(args, "older-than", "office");
        return ErasureDesk.RunAsync(asked, fault, output, complaints, (desk, given) => PurgeAsync(desk, given, cancel), cancel);
    }

    private static async Task<string?> PurgeAsync(ErasureDesk desk, ErasureArguments asked, CancellationToken cancel)
    {
        var now = await ErasureArguments.NowAsync(desk.Options, desk.Store, cancel);
        if (!asked.Given.TryGetValue("older-than", out var age) || ErasureArguments.Before(age, now) is not { } before) return "Give --older-than with days or months, such as 90d or 12m.";
        Guid? office = null;
        if (asked.Given.TryGetValue("office", out var name))
        {
            if (await ErasureArguments.OfficeAsync(desk.Store, name, cancel) is not { } row) return $"There is no office \"{name}\", or several: give its id.";
            office = row.Id;
        }

        var purge = new Purge(desk.Store, TimeProvider.System);
        if (asked.Yes)
        {
            await desk.TellAsync(await purge.RunAsync(office, before, cancel));
            return await desk.ClearAsync(cancel);
        }

        await desk.TellAsync(await purge.CountAsync(office, before, cancel));
        await desk.SayAsync(FormattableString.Invariant($"photos and files nobody refers to already\t{await desk.Sweep.CountAsync(cancel)}"));
        await desk.SayAsync("nothing was changed; --yes does it");
        return null;
    }
}
