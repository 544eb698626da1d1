using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The model on PostgreSQL, with PostgreSQL's migrations.</summary>
internal sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options)
{
    public override Task TurnAsync(string name, CancellationToken cancel) =>
        Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtextextended({0}, 0))", [name], cancel);
}
