using System.Diagnostics;
using Bot.Adapters.Telemetry;
using OpenTelemetry;

namespace Bot.Host.Telemetry;

/// <summary>
/// What libraries write about themselves may hold what must not leave the program: paths are keys here (<c>/i/…</c>), queries hold
/// file names, statements and failures of the database quote what people wrote. Of others' spans only known tags go on.
/// </summary>
internal sealed class CleanSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Harmless = new(
        [
            "http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type", "server.address", "server.port",
            "db.system", "db.system.name", "db.namespace", "db.operation.name", "db.response.status_code",
        ],
        StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == BotSpans.Name) return;
        if (IsIdle(data) || IsTooTalkative(data))
        {
            // The exporter behind us takes recorded spans only.
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            return;
        }

        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Harmless.Contains(name)) data.SetTag(name, null);
        }

        // A failure is described by its message; its kind is in a tag.
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }

    // Somebody asks for the health, or the program looks whether there is something to do: every second, and of no interest.
    private static bool IsIdle(Activity span) =>
        span.ParentSpanId == default && span.Source.Name == "Npgsql"
        || span.GetTagItem("http.route") is string route && route.StartsWith(Health.HealthEndpoints.Root, StringComparison.Ordinal);

    // Events hold exceptions with their messages, and cannot be taken out.
    private static bool IsTooTalkative(Activity span) => span.Events.Any() || span.Links.Any();
}
