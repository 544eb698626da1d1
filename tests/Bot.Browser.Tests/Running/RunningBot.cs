using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Browser.Tests.Running;

/// <summary>The real program as a process of its own, on a free port, with an empty data folder.</summary>
internal sealed partial class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("safetymonth-browser-");
    private Process? _process;

    /// <summary>Where it answers, without a slash at the end.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>The one-time link to the console, as the program tells its operator.</summary>
    public Uri ConsoleLink { get; private set; } = new("http://127.0.0.1:0");

    public static async Task<RunningBot> StartAsync()
    {
        var bot = new RunningBot();
        await bot.RunAsync();
        return bot;
    }

    /// <summary>Starts it, at the address it had before if there was one.</summary>
    public async Task RunAsync()
    {
        var told = new StringBuilder();
        Uri? chat = null;
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"),
                "--urls",
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Address.Port}"),
            },
        };
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The program ended at once:\n{Told()}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(StartsWithin);

        void Hear(string? line)
        {
            lock (told)
                told.AppendLine(line);
            if (line is not null && ChatAddress().Match(line) is { Success: true } match)
                chat = new Uri(match.Groups["address"].Value);
            if (line is null || ConsoleDoor().Match(line) is not { Success: true } door)
                return;
            ConsoleLink = new Uri(door.Groups["link"].Value);
            address.TrySetResult(chat ?? throw new InvalidOperationException("The console was told before the chat."));
        }

        string Told()
        {
            lock (told)
                return told.ToString();
        }
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    [GeneratedRegex(@"web chat: (?<address>http://127\.0\.0\.1:[0-9]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ChatAddress();

    [GeneratedRegex(@"console, opens once: (?<link>\S+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ConsoleDoor();
}
