using System.Globalization;
using System.Text;

namespace Bot.Adapters.Calendar;

/// <summary>
/// Reads the State Council's yearly notice (国务院办公厅关于…年部分节假日安排的通知): a clause per holiday, <c>一、元旦：1月1日（周四）至3日（周六）
/// 放假调休，共3天。1月4日（周日）上班。</c> Every sentence that names days off or working days must be understood to its end and agree with
/// itself; otherwise nothing is taken.
/// </summary>
internal static class HolidayNotice
{
    private const string Check = "Check the text against the notice; if it is as announced, give the days with calendar --csv.";
    private static readonly string[] Binding = ["放假", "公休", "调休", "补休", "连休", "休息", "上班"];
    private static readonly string[] YearFollowedBy = ["年部分节假日", "年节假日", "年法定节假日", "年元旦"];

    /// <summary>The days of a notice, or what is doubtful first.</summary>
    /// <param name="text">The notice, whole or from its first clause on.</param>
    /// <param name="year">Its year; null: as its title or first sentence says.</param>
    /// <param name="file">What errors call it.</param>
    public static HolidayFile Read(string text, int? year, string file)
    {
        var folded = Fold(text);
        var told = YearsTold(folded);
        if (told.Count > 1 || (year is not null && told.Any(t => t != year)))
            return HolidayFile.Refuse(file, 0, $"it speaks of {string.Join(", ", told)}", "Give one year's notice, and --year only where it does not say its year.");
        if ((year ?? (told.Count == 1 ? told[0] : null)) is not { } its)
            return HolidayFile.Refuse(file, 0, "it does not say its year", "Give it: --year 2027.");

        var (rows, passedOver) = (new List<HolidayRow>(), new List<string>());
        foreach (var clause in Clauses(folded))
        {
            if (rows.Exists(r => r.Holidays.Intersect(clause.Holidays).Any())) return Doubt(file, clause, "it stands there twice");
            if (Read(clause, its, rows, passedOver) is { } doubt) return Doubt(file, clause, doubt);
        }

        if (rows.GroupBy(r => r.Day).FirstOrDefault(d => d.Count() > 1) is { } twice)
            return HolidayFile.Refuse(file, 0, FormattableString.Invariant($"{twice.Key:yyyy-MM-dd} is named twice ({string.Join(", ", twice.Select(r => r.Name))})"), Check);
        if (rows.Find(r => r.Year != its) is { } other)
            return HolidayFile.Refuse(file, 0, FormattableString.Invariant($"{other.Day:yyyy-MM-dd} ({other.Name}) does not belong to {its}"), Check);
        if (rows.Count == 0) return HolidayFile.Refuse(file, 0, "no holiday was found in it", Check);
        return Arrangements.Fault(rows, file) is { } fault ? new HolidayFile.Refused(fault) : new HolidayFile.Taken(rows) { PassedOver = passedOver };
    }

    private static string? Read(Clause clause, int year, List<HolidayRow> rows, List<string> passedOver)
    {
        DateOnly? holiday = null;
        foreach (var sentence in clause.Text.Split('。', ';'))
        {
            if (!NoticeSentence.NamesDays(sentence) || !Binding.Any(b => sentence.Contains(b, StringComparison.Ordinal))) continue;
            if (sentence.StartsWith("鼓励", StringComparison.Ordinal))
            {
                passedOver.Add(sentence);
                continue;
            }

            var read = NoticeSentence.Read(sentence, year, holiday);
            if (read.Doubt is { } doubt) return $"“{sentence}”: {doubt}";
            holiday ??= read.Rest.Count > 0 ? read.Rest[0] : null;
            rows.AddRange(read.Rest.Select(d => new HolidayRow(d, false, clause.Name)));
            rows.AddRange(read.Work.Select(d => new HolidayRow(d, true, clause.Name)));
        }

        return null;
    }

    private static HolidayFile Doubt(string file, Clause clause, string doubt) => HolidayFile.Refuse(file, 0, $"{clause.Name}: {doubt}", Check);

    // A clause begins with the names of known holidays and a colon; its number before them does not matter.
    private static List<Clause> Clauses(string text)
    {
        var heads = new List<(int At, int Body, List<string> Names)>();
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var (names, at) = NamesBefore(text, colon);
            if (names.Count > 0) heads.Add((at, colon + 1, names));
        }

        return [.. heads.Select((h, i) => new Clause(h.Names, text[h.Body..(i + 1 < heads.Count ? heads[i + 1].At : text.Length)]))];
    }

    private static (List<string> Names, int At) NamesBefore(string text, int colon)
    {
        var names = new List<string>();
        var at = colon;
        for (var end = colon; HolidayNames.All.FirstOrDefault(n => text.AsSpan(0, end).EndsWith(n, StringComparison.Ordinal)) is { } name;)
        {
            names.Insert(0, name);
            at = end - name.Length;
            if (at == 0 || !"、和与及".Contains(text[at - 1], StringComparison.Ordinal)) break;
            end = at - 1;
        }

        return (names, at);
    }

    private static List<int> YearsTold(string text)
    {
        var years = new List<int>();
        for (var at = text.IndexOf('年', StringComparison.Ordinal); at >= 0; at = text.IndexOf('年', at + 1))
        {
            if (at < 4 || !YearFollowedBy.Any(w => text.AsSpan(at).StartsWith(w, StringComparison.Ordinal))) continue;
            if (int.TryParse(text.AsSpan(at - 4, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && !years.Contains(year)) years.Add(year);
        }

        return years;
    }

    // Without white space, and with half-width digits and signs: notices are copied from pages and papers.
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            folded.Append(c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c);
        }

        return folded.ToString();
    }

    private sealed record Clause(IReadOnlyList<string> Holidays, string Text)
    {
        public string Name => string.Join('、', Holidays);
    }
}
