namespace Bot.Adapters.Calendar;

/// <summary>The operator's own list of days cannot be used; the program does not start on a guess about working days.</summary>
internal sealed class BrokenCalendarException(HolidayFault fault) : Exception(fault.ToString());
