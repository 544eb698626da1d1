using Bot.Adapters.Calendar;

namespace Bot.Host.Verbs;

/// <summary>
/// <c>calendar</c>: which years' public holidays are known; takes a year's arrangement from the State Council's notice or from a
/// list of days into the operator's own file. What is doubtful is not taken.
/// </summary>
internal sealed class Calendar(OwnCalendar own, TextWriter output, TextWriter errors)
{
    private const int Refused = 1;
    private const int BrokenOwn = 2;

    /// <summary>Lists the years.</summary>
    public Task<int> ListAsync(CancellationToken cancel) => own.Read().Match(
        async known =>
        {
            foreach (var year in new WorkCalendar(ShippedCalendar.Rows, known.Rows).Years) await SayAsync(Line(year), cancel);
            await SayAsync(known.Rows.Count > 0 ? $"own list: {own.Path}" : "own list: none", cancel);
            return 0;
        },
        fault => ComplainAsync(fault, BrokenOwn, cancel));

    /// <summary>Takes a notice.</summary>
    /// <param name="file">Its text.</param>
    /// <param name="year">Its year; null: as it says.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<int> TakeNoticeAsync(string file, int? year, CancellationToken cancel) => TakeAsync(file, text => HolidayNotice.Read(text, year, file), cancel);

    /// <summary>Takes a list of days.</summary>
    public Task<int> TakeListAsync(string file, CancellationToken cancel) => TakeAsync(file, text => HolidayCsv.ReadYears(text, file), cancel);

    private Task<int> TakeAsync(string file, Func<string, HolidayFile> read, CancellationToken cancel)
    {
        var (text, unreadable) = HolidayText.Open(file);
        return (unreadable is null ? read(text!) : new HolidayFile.Refused(unreadable)).Match(
            taken => own.Read().Match(known => KeepAsync(known.Rows, taken, cancel), fault => ComplainAsync(fault, BrokenOwn, cancel)),
            fault => ComplainAsync(fault, Refused, cancel));
    }

    private async Task<int> KeepAsync(IReadOnlyList<HolidayRow> known, HolidayFile.Taken taken, CancellationToken cancel)
    {
        var years = taken.Rows.Select(r => r.Year).ToHashSet();
        try
        {
            own.Write(known.Where(r => !years.Contains(r.Year)).Concat(taken.Rows));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await ComplainAsync(new HolidayFault(own.Path, 0, "it cannot be written", "Give a data folder this account may write to (--data)."), BrokenOwn, cancel);
        }

        foreach (var row in taken.Rows.OrderBy(r => r.Day)) await SayAsync(FormattableString.Invariant($"{HolidayCsv.Line(row)}  ({row.Day.DayOfWeek})"), cancel);
        foreach (var sentence in taken.PassedOver) await SayAsync($"not taken: {sentence}", cancel);
        foreach (var year in new WorkCalendar([], taken.Rows).Years) await SayAsync(Line(year), cancel);
        await SayAsync($"written to {own.Path}; a running bot takes it at its next start", cancel);
        return 0;
    }

    private static string Line(CalendarYear year) =>
        FormattableString.Invariant($"{year.Year}  {(year.Own ? "own    " : "shipped")}  {year.DaysOff} days off, {year.MakeUpDays} weekend days worked");

    private async Task SayAsync(string line, CancellationToken cancel)
    {
        await output.WriteAsync(line.AsMemory(), cancel);
        await output.WriteAsync('\n');
    }

    private async Task<int> ComplainAsync(HolidayFault fault, int code, CancellationToken cancel)
    {
        await errors.WriteLineAsync(fault.ToString().AsMemory(), cancel);
        return code;
    }
}
