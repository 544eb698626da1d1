using Bot.Domain.Ledger;
using Bot.Domain.Organisation;
using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>
/// The text names another unit as if it were the one that reports: the message was copied, or sent in the wrong name. A
/// partner (联合桃仙社区) or a place gone to (走进李相村) is none, nor are the many names of a chain everybody adds a line to.
/// </summary>
internal static class OtherUnitNamed
{
    private const int NamesOfAChain = 3;

    private static readonly string[] Before =
    [
        "联合", "会同", "协同", "携手", "协助", "配合", "邀请", "联系", "走进", "深入", "来到", "前往", "参加", "参与", "观摩", "参观", "支援",
        "学习", "位于", "以及", "赴", "到", "在", "与", "和", "同", "、", "及", "进",
    ];

    private static readonly string[] After = ["联合", "共同", "协助", "一起", "一道"];

    public static IEnumerable<Finding> Find(LedgerDraft draft, IReadOnlyList<BookedReport> booked)
    {
        var request = draft.Request;
        if (request.Parts.Count > 1) return [];
        var own = request.Parts.Select(p => p.Unit.Id).ToHashSet();
        var ownPlaces = request.OfficeUnits.Where(u => own.Contains(u.Id)).Concat(request.Parts.Select(p => p.Unit))
            .SelectMany(Names).SelectMany(n => Places(request.Text, n)).ToList();
        var named = request.OfficeUnits.Where(u => !own.Contains(u.Id))
            .Select(u => Names(u).SelectMany(n => Places(request.Text, n)).ToList())
            .Select(places => places.FindAll(p => !ownPlaces.Exists(o => o.From < p.To && p.From < o.To)))
            .Where(places => places.Count > 0)
            .ToList();
        var strangers = named.FindAll(places => !places.Exists(p => IsPartner(request.Text, p)));
        return named.Count >= NamesOfAChain || strangers.Count == 0
            ? []
            : [new Finding(booked[0].Unit, CheckCode.OtherUnitNamed, booked[0].Activity.Id, Span: strangers[0][0])];
    }

    private static IEnumerable<string> Names(Unit unit) => unit.Aliases.Prepend(unit.Name).Where(n => n.Length >= 2);

    private static IEnumerable<TextSpan> Places(string text, string name)
    {
        var at = text.IndexOf(name, StringComparison.Ordinal);
        while (at >= 0)
        {
            yield return new TextSpan(at, at + name.Length);
            at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal);
        }
    }

    private static bool IsPartner(string text, TextSpan place) =>
        Before.Any(w => text.AsSpan(0, place.From).EndsWith(w, StringComparison.Ordinal))
        || After.Any(w => text.AsSpan(place.To).StartsWith(w, StringComparison.Ordinal));
}
