namespace Bot.Adapters.Blobs;

/// <summary>
/// A file in which content is written before it is kept. Its open handle keeps others from clearing it away; what a killed
/// process left has none and goes when the folder is opened again.
/// </summary>
internal sealed class DraftFile : IAsyncDisposable
{
    private const string Unfinished = ".part";

    private readonly string _path;
    private bool _ended;

    private DraftFile(string path)
    {
        _path = path;
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            // Allows the rename while it is open; as a lock it still holds off whoever asks for the file alone.
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Content = new HashingStream(new FileStream(path, options));
    }

    /// <summary>What was written.</summary>
    public HashingStream Content { get; }

    /// <summary>Makes the folder if need be, and clears away what interrupted writers left in it.</summary>
    public static void OpenFolder(string folder)
    {
        OwnFolder.Make(folder);
        foreach (var left in Directory.EnumerateFiles(folder, "*" + Unfinished))
            DeleteAbandoned(left);
    }

    /// <summary>A new one, empty.</summary>
    public static DraftFile In(string folder) => new(Path.Combine(folder, Path.GetRandomFileName() + Unfinished));

    /// <summary>Gives the file its place for good, durably; disposing it then leaves it there.</summary>
    public void MoveTo(string place)
    {
        Content.FlushToDisk();
        var folder = Path.GetDirectoryName(place)!;
        OwnFolder.Make(folder);
        // Replaces what a writer of the same content may have put there meanwhile: no reader can tell.
        File.Move(_path, place, overwrite: true);
        _ended = true;
        OwnFolder.Sync(folder);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_ended)
            File.Delete(_path);
        _ended = true;
        await Content.DisposeAsync();
    }

    /// <summary>A draft in work is locked by its writer, here or in another process, and is left alone.</summary>
    private static void DeleteAbandoned(string path)
    {
        try
        {
            using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                File.Delete(path);
        }
        catch (IOException)
        {
            // In work, or just kept by its writer.
        }
    }
}
