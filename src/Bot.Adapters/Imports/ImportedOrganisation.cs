using System.Collections.Concurrent;
using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Imports;

/// <summary>
/// The organisation as an import sees it: places and people of imported chats are looked up once per quarter of an hour, or day, of the log, for the import's own
/// short life. Who is not known yet is looked up each time; everything else is always looked up.
/// </summary>
internal sealed class ImportedOrganisation(OrganisationStore store) : IOrganisation
{
    private readonly ConcurrentDictionary<(ChatKey, long), Place> places = new();
    private readonly ConcurrentDictionary<(OfficeId, AccountKey, DateOnly), Person> people = new();

    public async Task<Place?> FindPlaceAsync(ChatKey chat, DateTimeOffset at, CancellationToken cancel)
    {
        if (chat.Platform != Platform.Import) return await store.FindPlaceAsync(chat, at, cancel);

        // Every zone's day begins with a quarter of an hour.
        var key = (chat, at.UtcTicks / (15 * TimeSpan.TicksPerMinute));
        if (places.TryGetValue(key, out var known)) return known;
        var found = await store.FindPlaceAsync(chat, at, cancel);
        if (found is not null) places[key] = found;
        return found;
    }

    public async Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly day, CancellationToken cancel)
    {
        if (account.Platform != Platform.Import) return await store.FindPersonAsync(office, account, day, cancel);
        if (people.TryGetValue((office, account, day), out var known)) return known;
        var found = await store.FindPersonAsync(office, account, day, cancel);
        if (found is not null) people[(office, account, day)] = found;
        return found;
    }

    public async Task<Scenery?> FindSceneryAsync(ChatKey chat, AccountKey sender, DateTimeOffset saidAt, DateTimeOffset now, CancellationToken cancel)
    {
        if (chat.Platform != Platform.Import) return await store.FindSceneryAsync(chat, sender, saidAt, now, cancel);
        return await FindPlaceAsync(chat, saidAt, cancel) is { } place
            ? new Scenery(place, await FindPersonAsync(place.Office.Id, sender, DateOnly.FromDateTime(place.Local(saidAt)), cancel)) : null;
    }

    public Task<IReadOnlyList<ChatKey>> AdminChatsAsync(OfficeId office, Platform platform, CancellationToken cancel) => store.AdminChatsAsync(office, platform, cancel);
}
