namespace Bot.Adapters.Storage;

/// <summary>The database was made by a newer program: this one must not write to it.</summary>
public sealed class NewerSchemaException(string migration)
    : Exception($"The database has the migration {migration}, which this program does not know: it was made by a newer version. Start that version, or restore a backup.");
