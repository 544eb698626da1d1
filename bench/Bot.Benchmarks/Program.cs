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
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReaderBench).Assembly).Run(args);
        break;
}

return 0;
