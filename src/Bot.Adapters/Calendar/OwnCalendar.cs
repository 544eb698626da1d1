using System.Text;
using Bot.Adapters.Blobs;

namespace Bot.Adapters.Calendar;

/// <summary>The operator's own list of days in the data folder; the years in it stand in place of the shipped ones.</summary>
/// <param name="path">The file.</param>
internal sealed class OwnCalendar(string path)
{
    private const string Folder = "calendar";
    private const string File = "cn-public-holidays.csv";

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>That of a data folder.</summary>
    public static OwnCalendar In(string dataFolder) => new(System.IO.Path.Combine(dataFolder, Folder, File));

    /// <summary>The days; none where there is no file.</summary>
    public HolidayFile Read()
    {
        if (IsMissing()) return new HolidayFile.Taken([]);
        return HolidayText.Open(path) switch
        {
            (_, { } unreadable) => new HolidayFile.Refused(unreadable),
            var (text, _) => HolidayCsv.ReadYears(text!, path),
        };
    }

    /// <summary>Writes all days; a reader sees the former file or this one, nothing between.</summary>
    public void Write(IEnumerable<HolidayRow> rows)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        OwnFolder.Make(folder);
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(HolidayCsv.Write(rows)));
            file.Flush(flushToDisk: true);
        }

        System.IO.File.Move(draft, path, overwrite: true);
        OwnFolder.Sync(folder);
    }

    // Asks by opening it: File.Exists would also call a file missing that this account may not see, and its days be silently lost.
    private bool IsMissing()
    {
        try
        {
            System.IO.File.OpenHandle(path).Dispose();
            return false;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // reading it says what is wrong
        }
    }
}
