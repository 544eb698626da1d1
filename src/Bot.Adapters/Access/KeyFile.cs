using System.Security.Cryptography;
using Bot.Adapters.Blobs;

namespace Bot.Adapters.Access;

/// <summary>A key in a file that only this program's user can read.</summary>
internal static class KeyFile
{
    private const int KeyBytes = 32;

    /// <summary>The key in the file; null: there is none.</summary>
    public static byte[]? Find(string file) => File.Exists(file) ? Read(file) : null;

    /// <summary>Puts a key that was made elsewhere into a file; one that is there stays.</summary>
    public static void Put(string file, byte[] key) => Make(file, key);

    /// <summary>The key in the file; made where there is none.</summary>
    /// <exception cref="InvalidOperationException">The file holds something else.</exception>
    public static byte[] Take(string file)
    {
        Make(file, RandomNumberGenerator.GetBytes(KeyBytes));
        return Read(file);
    }

    // Two programs may start on one folder at once: whoever comes second takes the other's key.
    private static void Make(string file, byte[] key)
    {
        OwnFolder.Make(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            var draft = $"{file}.{Path.GetRandomFileName()}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(key);
                stream.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(draft, file, overwrite: false);
                OwnFolder.Sync(Path.GetDirectoryName(file)!);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }
    }

    private static byte[] Read(string file)
    {
        var known = File.ReadAllBytes(file);
        return known.Length == KeyBytes ? known : throw new InvalidOperationException($"The calendar key is damaged; remove {Path.GetFileName(file)} from the keys folder to make a new one.");
    }
}
