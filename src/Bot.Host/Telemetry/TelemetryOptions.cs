using System.ComponentModel.DataAnnotations;

namespace Bot.Host.Telemetry;

/// <summary>Where metrics and traces go, in the settings' section <c>SafetyMonth:Telemetry</c>; nowhere unless an address is given.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>
    /// Where an OTLP collector listens, without the path of a signal: <c>http://collector:4318</c>. Empty: as
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; where that is not set either, nothing is sent.
    /// </summary>
    [RegularExpression("^(https?://[^\\s/]\\S*)?$")]
    public string OtlpEndpoint { get; set; } = "";
}
