using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The model on SQLite, with SQLite's migrations.</summary>
internal sealed class SqliteBotDb(DbContextOptions<SqliteBotDb> options) : BotDb(options)
{
    // The whole database is the writer's already.
    public override Task TurnAsync(string name, CancellationToken cancel) => Task.CompletedTask;
}
