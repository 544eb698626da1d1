namespace Bot.Adapters.Storage;

/// <summary>The database lacks migrations, and this host was told not to apply them.</summary>
internal sealed class OlderSchemaException(int missing) : Exception(FormattableString.Invariant($"The database is older than this program: {missing} migrations are missing. Run the verb migrate first, or set SafetyMonth:Database:MigrateAtStart to true."));
