namespace Bot.Adapters.Photos;

/// <summary>Whether the programs for pictures are installed. They are optional: without them the bot does everything else.</summary>
internal static class PictureTools
{
    private static readonly DecoderLimits Asking = new(TimeSpan.FromSeconds(10), 1L << 30, 1 << 20);

    /// <summary>Whether a program is on the path and can be started.</summary>
    public static async Task<bool> HasAsync(string program, CancellationToken cancel) =>
        await DecoderProcess.RunAsync(program, ["--version"], Path.GetTempPath(), Asking, cancel) is { Exit: 0 };

    /// <summary>Whether a program is on the path, whatever it makes of being asked for its version.</summary>
    public static async Task<bool> IsThereAsync(string program, CancellationToken cancel) =>
        await DecoderProcess.RunAsync(program, ["--version"], Path.GetTempPath(), Asking, cancel) is not null;
}
