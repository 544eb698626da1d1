using BenchmarkDotNet.Running;
using Bot.Benchmarks;

if (args is ["quick"])
    QuickRun.Print(Console.Out);
else
    BenchmarkSwitcher.FromAssembly(typeof(ReaderBench).Assembly).Run(args);
