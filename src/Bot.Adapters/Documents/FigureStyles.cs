using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Adapters.Console;
using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>How each office wants figures written into its forms.</summary>
internal sealed class FigureStyles(Store store, TimeProvider clock)
{
    /// <summary>The office's way; the default where it chose none.</summary>
    public async Task<FigureStyle> ReadAsync(OfficeId office, CancellationToken cancel)
    {
        var key = Key(office);
        return await store.ReadAsync(async db => (await db.Settings.FindAsync([key], cancel))?.Value, cancel) is { } json
            ? JsonSerializer.Deserialize(json, FigureStyleJson.Default.FigureStyle) ?? FigureStyle.Default
            : FigureStyle.Default;
    }

    /// <summary>Keeps what an admin chose.</summary>
    public Task SaveAsync(Viewer admin, FigureStyle style, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var (key, json) = (Key(admin.Office), JsonSerializer.Serialize(style, FigureStyleJson.Default.FigureStyle));
            if (await db.Settings.FindAsync([key], cancel) is { } row)
                row.Value = json;
            else
                db.Settings.Add(new SettingRow { Key = key, Value = json });
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.FigureStyleSet, ("bounds", style.Bounds ? "words" : "bare"), ("empty", style.Empty.ToString()));
        },
        cancel);

    private static string Key(OfficeId office) => $"figures:{office.Value}";
}

/// <summary>Its wire.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(FigureStyle))]
internal sealed partial class FigureStyleJson : JsonSerializerContext;
