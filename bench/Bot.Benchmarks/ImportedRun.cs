using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Host.Verbs;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Benchmarks;

/// <summary>A group's past taken in by the verb as people run it: a Telegram export of some two hundred units, half of it reports, the rest talk.</summary>
internal static class ImportedRun
{
    private const int Units = 200;
    private const long Beginning = 1_717_200_000; // 2024-06-01T08:00+08:00
    private const int Seconds = 1_000_000;

    // Not measured: the program gets warm.
    private const int Before = 1000;

    private static readonly string[] Talk = ["收到", "好的", "收到，马上落实", "大家注意查收文件", "明天上午九点开会，请准时参加"];

    public static async Task PrintAsync(int messages, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("bench-import").FullName;
        await PrepareAsync(folder);
        await ImportAsync(folder, 0, Before);
        var (started, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var said = await ImportAsync(folder, Before, messages);
        (var took, processor) = (Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - processor);
        var reports = Enumerable.Range(Before, messages).Count(IsReport);
        if (!said.Contains($"本次导入\t{messages}\n", StringComparison.Ordinal) || !said.Contains($"记入台账\t{reports}\n", StringComparison.Ordinal))
            throw new InvalidOperationException($"{messages} messages with {reports} reports were handed in:\n{said}");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{messages} messages, {reports} reports of {Units} units: {took.TotalSeconds:0.0} s, {messages / took.TotalSeconds:0}/s, of the processor {processor.TotalMilliseconds / messages:0.00} ms each"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> ImportAsync(string folder, int first, int count)
    {
        var file = Path.Combine(folder, "result.json");
        await using (var content = File.Create(file))
        await using (var json = new Utf8JsonWriter(content)) Write(json, first, count);
        await using var said = new StringWriter { NewLine = "\n" };
        var code = await Import.RunAsync([file, "--group", "社区安全员联络群", "--data", folder, "--yes"], said, TextWriter.Null, default);
        return code == 0 ? said.ToString() : throw new InvalidOperationException($"The import ended with {code}:\n{said}");
    }

    private static void Write(Utf8JsonWriter json, int first, int count)
    {
        json.WriteStartObject();
        json.WriteNumber("id", 99);
        json.WriteStartArray("messages");
        for (var i = first; i < first + count; i++)
        {
            json.WriteStartObject();
            json.WriteNumber("id", i + 1);
            json.WriteString("type", "message");
            json.WriteString("date_unixtime", (Beginning + ((i - first) * (long)Seconds / count) + first).ToString(CultureInfo.InvariantCulture));
            json.WriteString("from", $"{Unit(i)} 安全员");
            json.WriteString("from_id", $"user{1000 + (i % Units)}");
            json.WriteString("text", IsReport(i) ? BenchReports.Text(i, Unit(i)) : Talk[i % Talk.Length]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Everybody does both.
    private static bool IsReport(int message) => message / Units % 2 == 0;

    private static string Unit(int message) => string.Create(CultureInfo.InvariantCulture, $"第{1 + (message % Units)}网格");

    private static async Task PrepareAsync(string folder)
    {
        await using WebApplication program = await Serve.BuildAsync([$"--SafetyMonth:DataFolder={folder}", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Error"], default);
        await program.StartAsync(CancellationToken.None);
        var ids = program.Services.GetRequiredService<IIdSource>();
        await program.Services.GetRequiredService<Store>().WriteAsync(
            async db =>
            {
                var office = await db.Offices.Select(o => o.Id).SingleAsync(CancellationToken.None);
                for (var i = 0; i < Units; i++) db.Units.Add(new UnitRow { Id = ids.Next(), OfficeId = office, Name = Unit(i), Type = "社区", Order = 100 + i });
            },
            default);
        await program.StopAsync(CancellationToken.None);
    }
}
