using Bot.Adapters;
using Bot.Adapters.Erasure;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>erase-person --office … --person … [--yes]</c>: takes one person's words, photos, names and accounts out of an office; every figure
/// stays. Without <c>--yes</c> it tells what it would do.
/// </summary>
internal static class ErasePerson
{
    public static Task<int> RunAsync(string[] args, TextWriter output, TextWriter complaints, CancellationToken cancel)
    {
        var (asked, fault) = ErasureArguments.Read(args, "office", "person");
        return ErasureDesk.RunAsync(asked, fault, output, complaints, (desk, given) => EraseAsync(desk, given, cancel), cancel);
    }

    private static async Task<string?> EraseAsync(ErasureDesk desk, ErasureArguments asked, CancellationToken cancel)
    {
        if (!asked.Given.TryGetValue("office", out var name) || !asked.Given.TryGetValue("person", out var who)) return "Give --office <id or name> and --person <id or account>.";
        if (await ErasureArguments.OfficeAsync(desk.Store, name, cancel) is not { } office) return $"There is no office \"{name}\", or several: give its id.";
        return await (await new PersonErasure(desk.Store, new UuidV7(TimeProvider.System), TimeProvider.System).RunAsync(office.Id, who, asked.Yes, cancel)).Match(
            async done =>
            {
                await desk.TellAsync(done.Rows);
                if (done.Shared > 0) await desk.SayAsync(FormattableString.Invariant($"names left in other people's words, as others are called so too\t{done.Shared}"));
                if (asked.Yes) return await desk.ClearAsync(cancel);
                await desk.SayAsync(done.Rows.Sum == 0 ? "nothing left to erase" : "nothing was changed; --yes does it");
                return null;
            },
            refused => Task.FromResult<string?>(refused.Sentence));
    }
}
