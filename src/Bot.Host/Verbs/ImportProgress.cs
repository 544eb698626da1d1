using System.Globalization;

namespace Bot.Host.Verbs;

/// <summary>How far an import is, on standard error: a bar on a screen, now and then a line in a file.</summary>
internal sealed class ImportProgress(TextWriter screen, int total, bool isScreen)
{
    private const int Width = 30;

    private readonly long begun = TimeProvider.System.GetTimestamp();
    private int told = -1;

    public void Tell(int done)
    {
        if (total == 0) return;
        var percent = (int)(100L * done / total);
        if (percent == told || (!isScreen && percent / 10 == told / 10 && told >= 0)) return;
        told = percent;
        var passed = TimeProvider.System.GetElapsedTime(begun);
        var left = done == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"，约剩{(passed / done * (total - done)).TotalMinutes:0.0}分");
        var filled = Width * done / total;
        var line = string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', Width - filled)}] {percent,3}% {done}/{total}{left}");
        if (isScreen) screen.Write($"\r{line}   ");
        else screen.WriteLine(line);
    }

    public void End()
    {
        if (isScreen && told >= 0) screen.WriteLine();
    }
}
