using System.Runtime.InteropServices;

namespace Bot.Adapters.Blobs;

/// <summary>Folders that only this program's account can enter, and whose entries can be made durable.</summary>
internal static class OwnFolder
{
    /// <summary>Makes the folder and those above it that are missing, durably.</summary>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        var above = Path.GetDirectoryName(folder);
        if (above is not null)
            Make(above);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (above is not null)
            Sync(above);
    }

    /// <summary>
    /// Returns when files renamed into or removed from the folder stay so after a power cut. .NET opens no folders, so
    /// this asks the C library; Windows journals renames itself.
    /// </summary>
    public static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(folder, 0);
        if (handle < 0)
            throw new IOException($"The folder cannot be opened to be made durable (error {Marshal.GetLastPInvokeError()}).");
        try
        {
            // EINVAL: a file system, such as some network ones, that has no such thing.
            if (FSync(handle) != 0 && Marshal.GetLastPInvokeError() != 22)
                throw new IOException($"The folder cannot be made durable (error {Marshal.GetLastPInvokeError()}).");
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FSync(int handle);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
