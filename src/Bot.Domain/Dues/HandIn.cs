using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Reading;

namespace Bot.Domain.Dues;

/// <summary>What a submission is, as something handed in (design §4, What meets a due).</summary>
public sealed record HandIn
{
    private const int ShortestBody = 10;
    private static readonly string[] DocumentEndings = [".doc", ".docx", ".pdf", ".xls", ".xlsx", ".wps", ".et", ".ppt", ".pptx"];

    /// <summary>What kind of thing; <see cref="ObligationKind.Material"/>: an ordinary report.</summary>
    public required ObligationKind Kind { get; init; }

    /// <summary>What it is about: 安全生产月, 沈阳行 …</summary>
    public required string Subject { get; init; }

    /// <summary>The period its title names, if any.</summary>
    public NamedPeriod? Period { get; init; }

    /// <summary>The form it is, filled in.</summary>
    public FormId? Form { get; init; }

    /// <summary>The obligation whose noun it bears, where the kind is <see cref="ObligationKind.Other"/>.</summary>
    public string? Obligation { get; init; }

    /// <summary>The clause whose words hand it over; null: its title or its file does.</summary>
    public TextSpan? Clause { get; init; }

    /// <summary>
    /// What a submission hands in; empty: nothing (a query, a notice, chatter, a correction). It is one thing, what its text
    /// is, unless documents come with it that name themselves: then it is those, each of its own, for people send 总结 and
    /// 统计表 in one message and are not to be reminded of either; the words beside them are their cover note.
    /// </summary>
    public static IReadOnlyList<HandIn> Of(Campaign campaign, ToldSubmission told)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        ArgumentNullException.ThrowIfNull(told);
        if (told.Reading.Kind is ReadingKind.Correction or ReadingKind.Retraction or ReadingKind.Query) return [];
        var own = OfText(campaign, told);
        var files = told.Attachments.Where(IsDocument).Select(a => OfFile(campaign, told, a.Name)).OfType<HandIn>().ToList();
        var named = files.Where(f => f.Kind != ObligationKind.Material && f.IsTaken(campaign)).ToList();
        var words = new Handover(told);
        var handed = OtherThings.HandedOver(campaign, words)
            .Select(o => new HandIn { Kind = ObligationKind.Other, Obligation = o.Obligation.Id, Subject = o.Obligation.Subject, Clause = words.ClauseOf(o.End) }).ToList();
        named.InsertRange(0, handed);
        if (own is { Kind: not ObligationKind.Material }) named.Insert(handed.Exists(h => h.Obligation == own.Obligation) ? handed.Count : 0, own);
        else if (own is not null && handed.Count > 0 && AlsoReports(told, words, [.. handed.Select(h => h.Clause!.Value)])) named.Add(own);
        if (named.Count > 0) return [.. named.DistinctBy(h => (h.Kind, h.Subject, h.Obligation))];
        return own is not null ? [own] : [.. files.Where(f => f.Kind == ObligationKind.Material).Take(1)];
    }

    /// <summary>Whether a campaign asks for such a thing, by its name or as an ordinary report.</summary>
    public bool IsAskedBy(Campaign campaign)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        var ordinary = Kind is not (ObligationKind.Plan or ObligationKind.Liaison or ObligationKind.Other);
        return campaign.Obligations.Any(o => o.Kind == Kind || (ordinary && o.Kind is ObligationKind.Material or ObligationKind.Progress));
    }

    /// <summary>Whether a file is something to read, and so hands in what it is called.</summary>
    public static bool IsDocument(Attachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Kind is { } kind ? kind.Class() == MediaClass.Document : DocumentEndings.Any(e => file.Name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a file's name alone tells that it is handed in.</summary>
    public static bool Names(Attachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsDocument(file) && Title.OfFile(Stem(file.Name)).Kind is not null;
    }

    // 6月12日演练1场；作品3幅已交: an ordinary report besides, where anything took place that is not what is handed over.
    private static bool AlsoReports(ToldSubmission told, Handover words, IReadOnlyList<TextSpan> handed) =>
        told.Reading.Kind == ReadingKind.Report && (told.Reading.Nil || words.TellsDeeds(handed)
            || told.Reading.Activities.Any(a => a.Components.Any(c => !handed.Any(h => h.From <= c.Span.From && c.Span.To <= h.To))));

    private static HandIn? OfText(Campaign campaign, ToldSubmission told)
    {
        // A document without words beside it says what it says.
        if (told.Text.Length == 0 && told.Reading.Activities.Count == 0) return null;
        if (told.Reading.Kind == ReadingKind.Registration) return new HandIn { Kind = ObligationKind.Liaison, Subject = campaign.Subject };
        var title = Title.Of(SourceText.Fold(told.Text).Text.ToString());
        var made = new HandIn
        {
            Kind = ObligationKind.Material, Subject = SubjectOf(campaign, title) ?? told.Reading.Subject ?? campaign.Subject, Period = PeriodOf(title, told.SaidOn),
        };
        if (Named(campaign, told, title, made.Subject) is { } kind) return made with { Kind = kind };
        if (told.Reading.FilledForm is { } form) return made with { Kind = ObligationKind.Statistics, Form = form };
        if (campaign.Obligations.FirstOrDefault(o => o.Kind == ObligationKind.Progress && o.Thing is { } called && title.EndsWith([Folded(called)])) is { } report)
            return made with { Kind = report.Kind, Subject = report.Subject };
        var madeOnly = title.Body == 0 && HandInWords.Shared.Any("hand-doing", title.Text); // 居民在画手抄报作品
        if (!madeOnly && OtherThings.Of(campaign, noun => title.EndsWith([noun])) is { } other) return made with { Kind = ObligationKind.Other, Obligation = other.Id, Subject = other.Subject };
        return told.Reading.Kind == ReadingKind.Report ? made : null;
    }

    // A name with nothing under it is only spoken of; 进展情况 above the form filled in is the form, where that is asked for.
    private static ObligationKind? Named(Campaign campaign, ToldSubmission told, Title title, string subject)
    {
        if (title.Kind is not { } kind || (title.Body < ShortestBody && told.Attachments.Count == 0) || IsCampaignsOwn(campaign, title.Text)) return null;
        var isTable = kind == ObligationKind.Progress && told.Reading.FilledForm is not null
            && campaign.Obligations.Any(o => o.Kind == ObligationKind.Statistics && o.Subject == subject);
        return isTable ? null : kind;
    }

    private static HandIn? OfFile(Campaign campaign, ToldSubmission told, string file)
    {
        var name = Stem(file);
        var title = Title.OfFile(name);
        if (IsCampaignsOwn(campaign, name)) return null;
        if (title.Text.Length > 0 && OtherThings.Of(campaign, noun => name.Contains(noun, StringComparison.Ordinal)) is { } other)
            return new HandIn { Kind = ObligationKind.Other, Obligation = other.Id, Subject = other.Subject };
        return title.Kind is not { } kind ? null : new HandIn
        {
            Kind = kind, Subject = SubjectOf(campaign, title) ?? told.Reading.Subject ?? campaign.Subject, Period = PeriodOf(title, told.SaidOn),
        };
    }

    // A plan, a list, a liaison's form that nobody asked for is a file like others; the rest falls to what the subject asks for.
    private bool IsTaken(Campaign campaign) =>
        Kind is ObligationKind.Summary or ObligationKind.Statistics or ObligationKind.Progress || campaign.Obligations.Any(o => o.Kind == Kind);

    // A title names its subject, whatever blanks the text below fills.
    private static string? SubjectOf(Campaign campaign, Title title)
    {
        var subjects = campaign.Obligations.Select(o => o.Subject).Concat(campaign.Forms.Select(f => f.Subject)).Append(campaign.Subject);
        var named = subjects.Distinct(StringComparer.Ordinal).Where(s => title.Text.Contains(Folded(s), StringComparison.Ordinal)).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static NamedPeriod? PeriodOf(Title title, DateOnly saidOn) => title.Text.Length == 0 ? null : PeriodGrammar.Read(title.Text, saidOn);

    // The office's own plan, passed on.
    private static bool IsCampaignsOwn(Campaign campaign, string title) => title.Contains(Folded(campaign.Title), StringComparison.Ordinal);

    private static string Stem(string file) => Folded(Path.GetFileNameWithoutExtension(file));

    private static string Folded(string words) => SourceText.Fold(words).Text.ToString();
}
