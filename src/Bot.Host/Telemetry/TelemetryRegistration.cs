namespace Bot.Host.Telemetry;

/// <summary>Metrics and traces over OTLP, where an address is configured. The instruments are there in any case.</summary>
internal static class TelemetryRegistration
{
    private const string StandardEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Whether somebody is to be sent to.</summary>
    public static bool IsAsked(IConfiguration configuration, TelemetryOptions options) => options.OtlpEndpoint.Length > 0 || configuration[StandardEndpoint] is { Length: > 0 };

    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        // Without it the framework's spans say nothing about their requests. What they may say is CleanSpans' matter.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", isEnabled: false);
        services.AddSingleton<TelemetryExport>();
        services.AddHostedService<LagWatch>();
        return services;
    }
}
