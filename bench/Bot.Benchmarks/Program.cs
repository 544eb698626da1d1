using BenchmarkDotNet.Running;
using Bot.Benchmarks;

switch (args)
{
    case ["quick"]:
        QuickRun.Print(Console.Out);
        break;
    case ["dues"]:
        await DueRun.PrintAsync(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(ReaderBench).Assembly).Run(args);
        break;
}
