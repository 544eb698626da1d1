using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks;

/// <summary>
/// From the start of the program to its first accepted message, and the memory it then holds, beside an empty ASP.NET Core
/// application and its first answer: both processes of their own, in turns.
/// </summary>
internal static partial class StartUpRun
{
    /// <summary>The argument that makes this program the empty application.</summary>
    public const string Empty = "empty-web";

    private const int Rounds = 7;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static async Task PrintAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("bench-start").FullName;
        var ours = new List<Started>();
        var empty = new List<Started>();
        for (var i = 0; i <= Rounds; i++)
        {
            empty.Add(await RunAsync(Environment.ProcessPath!, [Empty], folder, async (http, address) => (await http.GetAsync(address)).StatusCode == HttpStatusCode.OK));
            ours.Add(await RunAsync(Path.Combine(AppContext.BaseDirectory, "Bot.Host"), ["serve", $"--SafetyMonth:DataFolder={folder}", "--Logging:LogLevel:Default=Error"], folder, PostAsync));
        }

        Directory.Delete(folder, recursive: true);
        await output.WriteLineAsync("| | ready, ms | processor, ms | resident, MB |\n|---|--:|--:|--:|");
        await output.WriteLineAsync(Line("the program, first message accepted", ours));
        await output.WriteLineAsync(Line("an empty ASP.NET Core application, first answer", empty));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"| the program takes | {Median(ours, s => s.Ready) / Median(empty, s => s.Ready):0.0}× | {Median(ours, s => s.Processor) / Median(empty, s => s.Processor):0.0}× | {Median(ours, s => s.Resident) / Median(empty, s => s.Resident):0.0}× |"));
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"\nMedian of {Rounds} starts after one that is left out, which made the database: it took {ours[0].Ready:#,0} ms."));
    }

    /// <summary>The application that does nothing.</summary>
    public static async Task ServeEmptyAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/", () => Results.Ok());
        await app.RunAsync();
    }

    private static async Task<Started> RunAsync(string program, string[] arguments, string folder, Func<HttpClient, string, Task<bool>> first)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[.. arguments, $"--urls={address}"]) start.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = true });
            while (!await IsDoneAsync(http, address, first))
            {
                if (process.HasExited || watch.Elapsed > Patience) throw new InvalidOperationException($"{arguments[0]} did not start.");
                await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System);
            }

            var ready = watch.Elapsed;
            process.Refresh();
            return new Started(ready.TotalMilliseconds, process.TotalProcessorTime.TotalMilliseconds, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static async Task<bool> IsDoneAsync(HttpClient http, string address, Func<HttpClient, string, Task<bool>> first)
    {
        try
        {
            return await first(http, address);
        }
        catch (HttpRequestException)
        {
            return false; // nobody listens yet
        }
    }

    // Somebody of the demo office comes in and reports.
    private static async Task<bool> PostAsync(HttpClient http, string address)
    {
        var who = await http.GetStringAsync(new Uri($"{address}/who"));
        var person = Person().Match(who).Groups["id"].Value;
        using (var picked = await http.PostAsync(new Uri($"{address}/who"), new FormUrlEncodedContent([new("person", person)]))) picked.EnsureSuccessStatusCode();
        var room = Room().Match(await http.GetStringAsync(new Uri($"{address}/"))).Groups["room"].Value;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString()), "client" }, { new StringContent("6月12日组织应急疏散演练1场，40人参加"), "text" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{address}/chat/{room}/messages")) { Content = form };
        request.Headers.Accept.ParseAdd("application/json");
        using var taken = await http.SendAsync(request);
        return taken.StatusCode == HttpStatusCode.OK ? true : throw new InvalidOperationException($"The message was not taken: {taken.StatusCode}.");
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Line(string name, List<Started> starts) => string.Create(
        CultureInfo.InvariantCulture, $"| {name} | {Median(starts, s => s.Ready):#,0} | {Median(starts, s => s.Processor):#,0} | {Median(starts, s => s.Resident):0} |");

    private static double Median(List<Started> starts, Func<Started, double> what) => starts.Skip(1).Select(what).Order().ElementAt(Rounds / 2);

    [GeneratedRegex("value=\"(?<id>[0-9a-f-]{36})\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();

    [GeneratedRegex("/chat/(?<room>g-[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Room();

    private sealed record Started(double Ready, double Processor, double Resident);
}
