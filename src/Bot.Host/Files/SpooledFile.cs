namespace Bot.Host.Files;

/// <summary>A file made on disk because it may be large; gone when it is closed.</summary>
internal static class SpooledFile
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes it and stands at its beginning again.</summary>
    public static async Task<Stream> MakeAsync(Func<Stream, Task> write)
    {
        var path = Path.Combine(Path.GetTempPath(), $"safetymonth-{Path.GetRandomFileName()}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferBytes, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        try
        {
            await write(file);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
