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
    case ["fuzz", ..]:
        return FuzzRun.Print(args[1..], Console.Out);
    case ["linear"]:
        LinearRun.Print(Console.Out);
        break;
    case ["dues"]:
        await DueRun.PrintAsync(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReaderBench).Assembly).Run(args);
        break;
}

return 0;
