using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>The model on PostgreSQL, with PostgreSQL's migrations.</summary>
internal sealed class PostgresBotDb(DbContextOptions<PostgresBotDb> options) : BotDb(options);
