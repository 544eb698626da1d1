using System.Text;
using Bot.Tests;
using Xunit;

namespace Bot.Host.Tests.Telemetry;

/// <summary>What leaves the program for a collector: counts, seconds and ids, and nothing anybody said.</summary>
public sealed class TelemetryTests
{
    private const string Told = "6月12日在桂花巷组织应急疏散演练1场，73019人参加，联系人祝青禾13900007391";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_report_is_counted_and_traced_and_nothing_of_it_leaves_the_program(bool onPostgres)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-telemetry").FullName;
        try
        {
            await using var collector = await FakeCollector.StartAsync();
            using var program = await ChildProgram.StartWithAsync(folder, onPostgres ? await DatabaseAsync() : [], $"--SafetyMonth:Telemetry:OtlpEndpoint={collector.Endpoint}");
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            await page.PageAsync("/i/jinxiu-secret-of-a-link");
            await page.PageAsync("/console/enter/jinxiu-secret-of-a-link");
            var (_, ticket) = await page.UploadAsync("桂花巷演练签到.txt", Encoding.UTF8.GetBytes("签到：祝青禾"));
            var (_, id) = await page.PostAsync(Told, null, ticket);
            await page.HearAsync("机器人");

            // What is not sent yet is sent at the end.
            program.Terminate();
            Assert.Equal(0, await program.EndedAsync());

            var figures = Wire.Figures(collector.Metrics);
            Assert.Equal((1, 1, 0), (figures["safetymonth.messages.accepted"], figures["safetymonth.messages.handled"], figures["safetymonth.messages.parked"]));
            Assert.Subset(figures.Keys.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["safetymonth.messages.asked", "safetymonth.inbox.lag", "safetymonth.outbox.lag", "safetymonth.pushes.on_time", "safetymonth.pushes.late"], StringComparer.Ordinal));
            Assert.Subset(Wire.Spans(collector.Traces).ToHashSet(StringComparer.Ordinal), new HashSet<string>(["accept", "handle", "commit", "send", "POST /chat/{room}/messages"], StringComparer.Ordinal));

            Assert.NotEmpty(id);
            string[] secrets = ["桂花", "演练", "疏散", "祝青禾", "安全员", "社区", "73019", "13900007391", "签到", "jinxiu", "Password", "geheim", page.Room, ticket];
            Assert.All(collector.Metrics.Concat(collector.Traces), payload => Assert.All(secrets, s => Assert.True(payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(s)) < 0, s)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_collector_that_is_away_holds_up_neither_messages_nor_the_end()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-telemetry").FullName;
        try
        {
            using var program = await ChildProgram.StartWithAsync(folder, [], "--SafetyMonth:Telemetry:OtlpEndpoint=http://127.0.0.1:9");
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            var (status, _) = await page.PostAsync(Told);

            program.Terminate();

            Assert.Equal((System.Net.HttpStatusCode.OK, 0), (status, await program.EndedAsync()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string[]> DatabaseAsync()
    {
        var server = await PostgresServer.SharedAsync();
        return OnPostgres.Arguments(server.Connection(await server.DatabaseAsync(), mostConnections: 16) + ";Password=geheim");
    }
}
