using Bot.Adapters.Storage;
using Bot.Adapters.Storage.Rows;
using Bot.Adapters.WebChat;
using Bot.Domain;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Console;

/// <summary>The office's units: read, added, changed, closed.</summary>
internal sealed class UnitRegister(Store store, IIdSource ids, TimeProvider clock)
{
    private const int MostAliases = 20;

    /// <summary>All units in official order.</summary>
    public Task<IReadOnlyList<Unit>> AllAsync(OfficeId office, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<Unit>>(
        async db => [.. (await RowsAsync(db, office.Value, cancel)).Select(OrganisationStore.Unit)], cancel);

    /// <summary>Adds a unit at the end of the official order.</summary>
    public Task<RegisterOutcome> AddAsync(Viewer admin, UnitEntry entry, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var units = await RowsAsync(db, admin.Office.Value, cancel);
            var row = new UnitRow { Id = ids.Next(), OfficeId = admin.Office.Value, Order = units.Select(u => u.Order).DefaultIfEmpty(0).Max() + 1 };
            if (Fault(entry, row.Id, units) is { } fault) return fault;
            Fill(row, entry);
            db.Units.Add(row);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.UnitAdded, ("unit", row.Id));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    /// <summary>Changes a unit; with another place in the official order the units between move by one.</summary>
    public Task<RegisterOutcome> ChangeAsync(Viewer admin, UnitId id, UnitEntry entry, CancellationToken cancel) => store.WriteAsync<RegisterOutcome>(
        async db =>
        {
            var units = await RowsAsync(db, admin.Office.Value, cancel);
            if (units.Find(u => u.Id == id.Value) is not { } row) return new RegisterOutcome.Unknown();
            if (Fault(entry, row.Id, units) is { } fault) return fault;
            Fill(row, entry);
            if (entry.Order is { } order) Move(units, row, order);
            AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.UnitChanged, ("unit", row.Id));
            return new RegisterOutcome.Done(row.Id);
        },
        cancel);

    /// <summary>Adds the units of a pasted list; all or none.</summary>
    public Task<UnitImportOutcome> ImportAsync(Viewer admin, string text, CancellationToken cancel) => store.WriteAsync(
        async db =>
        {
            var units = await RowsAsync(db, admin.Office.Value, cancel);
            var read = UnitImport.Read(text, [.. units.Select(OrganisationStore.Unit)]);
            if (read.Faults.Count > 0) return read;
            var order = units.Select(u => u.Order).DefaultIfEmpty(0).Max();
            foreach (var entry in read.Units)
            {
                var row = new UnitRow { Id = ids.Next(), OfficeId = admin.Office.Value, Order = ++order };
                Fill(row, entry);
                db.Units.Add(row);
            }

            if (read.Units.Count > 0) AuditTrail.Note(db, admin, clock.GetUtcNow(), AuditAction.UnitsImported, ("units", read.Units.Count));
            return read;
        },
        cancel);

    private static Task<List<UnitRow>> RowsAsync(BotDb db, Guid office, CancellationToken cancel) =>
        db.Units.Where(u => u.OfficeId == office).OrderBy(u => u.Order).ToListAsync(cancel);

    private static void Fill(UnitRow row, UnitEntry entry)
    {
        (row.Name, row.Type, row.ParentId) = (entry.Name, entry.Type, entry.Parent?.Value);
        row.Aliases = [.. entry.Aliases];
        (row.JoinedOn, row.ClosedOn) = (entry.JoinedOn, entry.ClosedOn);
    }

    private static void Move(List<UnitRow> units, UnitRow row, int order)
    {
        units.Remove(row);
        units.Insert(Math.Clamp(order - 1, 0, units.Count), row);
        for (var i = 0; i < units.Count; i++) units[i].Order = i + 1;
    }

    private static RegisterOutcome.Refused? Fault(UnitEntry entry, Guid id, List<UnitRow> units)
    {
        var others = units.Where(u => u.Id != id).ToList();
        if (Names.Fault(entry.Name, "单位名称") is { } name) return new("name", name);
        if (others.Any(u => u.Name == entry.Name || u.Aliases.Contains(entry.Name))) return new("name", $"已有单位叫“{entry.Name}”（名称或别名），请换一个。");
        if (entry.Type.Length > 0 && Names.Fault(entry.Type, "类型") is { } type) return new("type", type);
        if (entry.Aliases.Count > MostAliases) return new("aliases", $"别名最多{MostAliases}个。");
        foreach (var alias in entry.Aliases)
        {
            if (Names.Fault(alias, "别名") is { } fault) return new("aliases", fault);
            if (others.Find(u => u.Name == alias || u.Aliases.Contains(alias)) is { } owner) return new("aliases", $"“{alias}”已是{owner.Name}的名称或别名，会分不清，请去掉。");
        }

        if (entry.Parent is { } parent && IsBelow(units, parent.Value, id)) return new("parent", "上级单位不能是本单位或本单位的下级。");
        if (entry.Parent is { } missing && others.All(u => u.Id != missing.Value)) return new("parent", "没有这个上级单位，请重新选择。");
        return entry.ClosedOn < entry.JoinedOn ? new("closed", "停用日不能早于加入日。") : null;
    }

    private static bool IsBelow(List<UnitRow> units, Guid unit, Guid top)
    {
        Guid? at = unit;
        for (var steps = 0; at is not null && steps <= units.Count; steps++)
        {
            if (at == top) return true;
            at = units.Find(u => u.Id == at)?.ParentId;
        }

        return false;
    }
}

/// <summary>A unit as an admin enters it.</summary>
internal sealed record UnitEntry
{
    public required string Name { get; init; }
    public string Type { get; init; } = "";
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public UnitId? Parent { get; init; }
    public DateOnly? JoinedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Its place in the official order, counted from 1; null: where it is.</summary>
    public int? Order { get; init; }
}
