using System.Reflection;
using Bot.Adapters.Telemetry;
using Bot.Domain;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Bot.Host.Telemetry;

/// <summary>Sends metrics and traces from its making to its end; how often, under what name and with what headers, the standard <c>OTEL_…</c> variables say.</summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string StandardProtocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    // The last figures are worth a moment; a collector that is away must not hold up the program's end.
    private const int LongestGoodbye = 2_000;

    private readonly MeterProvider metrics;
    private readonly TracerProvider traces;

    public TelemetryExport(BotMeter meter, IIdSource ids, IOptions<BotOptions> options)
    {
        var endpoint = options.Value.Telemetry.OtlpEndpoint;
        var resource = ResourceBuilder.CreateEmpty()
            .AddService("safetymonth", serviceVersion: Version(), serviceInstanceId: ids.Next().ToString()).AddTelemetrySdk().AddEnvironmentVariableDetector();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(BotMeter.Name, "Microsoft.AspNetCore.Hosting", "System.Net.Http", "Npgsql")
            .AddOtlpExporter(o => Aim(o, endpoint, "metrics")).Build();
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(BotSpans.Name, "Microsoft.AspNetCore", "Npgsql").AddProcessor(new CleanSpans())
            .AddOtlpExporter(o => Aim(o, endpoint, "traces")).Build();
        meter.Show();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        metrics.Shutdown(LongestGoodbye);
        traces.Shutdown(LongestGoodbye);
        metrics.Dispose();
        traces.Dispose();
    }

    // Without an address of our own the exporter reads the standard variables by itself.
    private static void Aim(OtlpExporterOptions exporter, string endpoint, string signal)
    {
        if (endpoint.Length == 0) return;
        var isGrpc = Environment.GetEnvironmentVariable(StandardProtocol) == "grpc";
        exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(isGrpc ? endpoint : $"{endpoint.TrimEnd('/')}/v1/{signal}");
    }

    private static string Version() => typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
