using System.Globalization;
using BenchmarkDotNet.Running;
using Bot.Benchmarks;

switch (args)
{
    case ["quick"]:
        QuickRun.Print(Console.Out);
        break;
    case ["layers"]:
        LayerRun.Print(Console.Out);
        break;
    case ["loop", var seconds]:
        QuickRun.Loop(int.Parse(seconds, CultureInfo.InvariantCulture)); // for a profiler
        break;
    case ["fuzz", ..]:
        return FuzzRun.Print(args[1..], Console.Out);
    case ["linear", ..]:
        LinearRun.Print(Console.Out, marksOnly: args is [_, "marks"]);
        break;
    case ["dues"]:
        await DueRun.PrintAsync(Console.Out);
        break;
    case ["accept", var connection]:
        await AcceptRun.PrintAsync(connection, Console.Out);
        break;
    case ["end-to-end", var connection, .. var more]:
        await EndToEndRun.PrintAsync(
            connection, more is [var reports, ..] ? int.Parse(reports, CultureInfo.InvariantCulture) : 4000, more is [_, var hosts] ? int.Parse(hosts, CultureInfo.InvariantCulture) : 1, Console.Out);
        break;
    case ["rollup", var connection, .. var more]:
        await RollupRun.PrintAsync(connection, more is [var units] ? int.Parse(units, CultureInfo.InvariantCulture) : 100_000, Console.Out);
        break;
    case ["documents", .. var which]:
        await DocumentRun.PrintAsync(which, Console.Out);
        break;
    case ["photo-pairs", .. var pictures]:
        await PhotoPairRun.PrintAsync(pictures is [var many] ? int.Parse(many, CultureInfo.InvariantCulture) : 5000, Console.Out);
        break;
    case ["import", .. var more]:
        await ImportedRun.PrintAsync(more is [var messages] ? int.Parse(messages, CultureInfo.InvariantCulture) : 10_000, Console.Out);
        break;
    case ["start-up"]:
        await StartUpRun.PrintAsync(Console.Out);
        break;
    case [StartUpRun.Empty, var address]:
        await StartUpRun.ServeEmptyAsync(address["--urls=".Length..]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReaderBench).Assembly).Run(args);
        break;
}

return 0;
