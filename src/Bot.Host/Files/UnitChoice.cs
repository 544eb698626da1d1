using Bot.Adapters.Console;
using Bot.Adapters.WebChat;
using Bot.Domain.Organisation;
using Bot.Host.Console;

namespace Bot.Host.Files;

/// <summary>Whose figures an address asks for: an admin chooses a unit or all; a liaison gets the own units, whatever is asked for.</summary>
internal static class UnitChoice
{
    /// <summary>What is asked for; null: nothing that is for this viewer.</summary>
    public static async Task<FormAsk?> AskAsync(Viewer viewer, IQueryCollection query, PeriodChoice period, DateOnly today, IOrganisation organisation, CancellationToken cancel)
    {
        var ask = new FormAsk { Period = period.Days, Today = today };
        if (viewer.IsAdmin)
        {
            if (query["unit"].ToString() is not { Length: > 0 } unit) return ask;
            return Guid.TryParse(unit, out var id) ? ask with { Unit = new UnitId(id) } : null;
        }

        var person = await organisation.FindPersonAsync(viewer.Office, viewer.Account, today, cancel);
        return person is { Units.Count: > 0 } ? ask with { Only = [.. person.Units.Select(u => u.Id)] } : null;
    }
}
