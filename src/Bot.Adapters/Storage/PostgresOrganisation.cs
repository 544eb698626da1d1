using Bot.Adapters.Storage.Rows;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>
/// Offices, groups and people on PostgreSQL. Who said a message where is asked for every message: what there is to know of a group
/// goes there and back at once. Private chats, and everything rarer, take the common way.
/// </summary>
internal sealed class PostgresOrganisation(PostgresStore store, OrganisationStore common) : IOrganisation
{
    private const string Bound = """FROM "Groups" g WHERE g."Platform" = $1 AND g."ChatId" = $2 AND g."BoundAt" IS NOT NULL AND g."UnboundAt" IS NULL""";
    private const string Asked = $"""FROM "Accounts" a WHERE a."OfficeId" = (SELECT g."OfficeId" {Bound}) AND a."Platform" = $3 AND a."ExternalId" = $4""";

    private readonly Lazy<Sql> sql = new(() => new Sql(store));

    public Task<Place?> FindPlaceAsync(ChatKey chat, DateTimeOffset at, CancellationToken cancel) => common.FindPlaceAsync(chat, at, cancel);

    public Task<Person?> FindPersonAsync(OfficeId office, AccountKey account, DateOnly day, CancellationToken cancel) => common.FindPersonAsync(office, account, day, cancel);

    public Task<IReadOnlyList<ChatKey>> AdminChatsAsync(OfficeId office, Platform platform, CancellationToken cancel) => common.AdminChatsAsync(office, platform, cancel);

    public async Task<Scenery?> FindSceneryAsync(ChatKey chat, AccountKey sender, DateTimeOffset saidAt, DateTimeOffset now, CancellationToken cancel)
    {
        var ask = sql.Value;
        OfficeRow office;
        Guid group;
        List<GroupCampaignRow> campaigns;
        string? version;
        PersonRow? person;
        List<LiaisonRow> liaisons;
        List<Guid> runs;
        await using (var batch = store.Connections.CreateBatch())
        {
            foreach (var text in ask.OfChat) Add(batch, text, chat.Platform.ToString(), chat.Id);
            foreach (var text in ask.OfSender) Add(batch, text, chat.Platform.ToString(), chat.Id, sender.Platform.ToString(), sender.Id);
            await using var reader = await batch.ExecuteReaderAsync(cancel);
            if (!await reader.ReadAsync(cancel)) return await common.FindSceneryAsync(chat, sender, saidAt, now, cancel);
            (office, group) = (ask.Office.Read(reader), reader.GetGuid(reader.FieldCount - 1));
            campaigns = await reader.NextAsync(ask.Campaign.Read, cancel);
            version = (await reader.NextAsync(r => r.GetString(0), cancel))[0];
            person = (await reader.NextAsync(ask.Person.Read, cancel)).SingleOrDefault();
            liaisons = await reader.NextAsync(ask.Liaison.Read, cancel);
            runs = await reader.NextAsync(r => r.GetGuid(0), cancel);
        }

        var place = await common.PlaceAsync(chat, office, group, campaigns, now, version, cancel);
        var day = DateOnly.FromDateTime(place.Local(saidAt));
        var mine = liaisons.Where(l => l.From <= day && (l.To is not { } to || to >= day)).Select(l => l.UnitId).ToHashSet();
        return new Scenery(place, person is null ? null : OrganisationStore.Person(person, sender, mine.Count == 0 ? [] : place.Units.Where(u => mine.Contains(u.Id.Value)), runs));
    }

    private static void Add(NpgsqlBatch batch, string sql, params ReadOnlySpan<string> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = CleanTexts.Of(value) });
        batch.BatchCommands.Add(command);
    }

    // Needs the model, which is made with the first context.
    private sealed class Sql
    {
        public Sql(PostgresStore store)
        {
            using var db = store.Open();
            (Office, Campaign, Person, Liaison) = (new(db.Model, "o"), new(db.Model, "c"), new(db.Model, "p"), new(db.Model, "l"));
            OfChat =
            [
                $"""SELECT {Office.Columns}, x."Id" FROM (SELECT g."Id", g."OfficeId" {Bound}) x JOIN "Offices" o ON o."Id" = x."OfficeId" """,
                $"""SELECT {Campaign.Columns} FROM (SELECT g."Id" {Bound}) x JOIN "GroupCampaigns" c ON c."GroupId" = x."Id" """,
                $"""SELECT {store.RowsVersion("u")} FROM "Units" u WHERE u."OfficeId" = (SELECT g."OfficeId" {Bound})""",
            ];
            OfSender =
            [
                $"""SELECT {Person.Columns} FROM (SELECT a."PersonId" {Asked}) x JOIN "People" p ON p."Id" = x."PersonId" """,
                $"""SELECT {Liaison.Columns} FROM (SELECT a."PersonId", a."OfficeId" {Asked}) x JOIN "Liaisons" l ON l."OfficeId" = x."OfficeId" AND l."PersonId" = x."PersonId" WHERE l."MayReport" """,
                $"""SELECT s."UnitId" FROM (SELECT a."PersonId" {Asked}) x JOIN "AdminScopes" s ON s."PersonId" = x."PersonId" """,
            ];
        }

        public ModelRow<OfficeRow> Office { get; }
        public ModelRow<GroupCampaignRow> Campaign { get; }
        public ModelRow<PersonRow> Person { get; }
        public ModelRow<LiaisonRow> Liaison { get; }

        /// <summary>By platform and chat: the office with the group, its campaigns, the version of the office's units.</summary>
        public IReadOnlyList<string> OfChat { get; }

        /// <summary>By the sender's platform and id too: the person, what they report for, what they run.</summary>
        public IReadOnlyList<string> OfSender { get; }
    }
}
