using System.Globalization;

namespace Bot.Host.Console;

/// <summary>Reads fields of forms and queries.</summary>
internal static class FormFields
{
    extension(IFormCollection form)
    {
        /// <summary>The id in a field; null: none, or not one.</summary>
        public Guid? Id(string field) => Guid.TryParse(form[field], out var id) ? id : null;

        /// <summary>Whether a box is ticked.</summary>
        public bool Ticked(string field) => form[field].ToString().Length > 0;

        /// <summary>The day in a date field; null: empty. False: it is no day.</summary>
        public bool TryDay(string field, out DateOnly? day) => TryReadDay(form[field], out day);
    }

    /// <summary>A day as date fields write it.</summary>
    public static bool TryReadDay(string? written, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(written))
            return true;
        if (!DateOnly.TryParseExact(written.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 2099)
            return false;
        day = read;
        return true;
    }

    /// <summary>The day for a date field.</summary>
    public static string Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
