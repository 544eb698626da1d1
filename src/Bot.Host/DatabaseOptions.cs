using System.ComponentModel.DataAnnotations;

namespace Bot.Host;

/// <summary>The database, in the settings' section <c>SafetyMonth:Database</c>.</summary>
internal sealed class DatabaseOptions : IValidatableObject
{
    /// <summary>A file in the data folder, or a PostgreSQL server for any number of hosts.</summary>
    [EnumDataType(typeof(DatabaseKind))]
    public DatabaseKind Provider { get; set; } = DatabaseKind.Sqlite;

    /// <summary>How to reach PostgreSQL: <c>Host=…;Database=…;Username=…;Password=…</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>A file that holds the connection string, for secrets that are mounted; it goes before <see cref="ConnectionString"/>.</summary>
    public string ConnectionStringFile { get; set; } = "";

    /// <summary>Whether a host brings the database to its own version when it starts; off where <c>migrate</c> does so before.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseKind.PostgreSql && ConnectionString.Length == 0 && ConnectionStringFile.Length == 0)
            yield return new ValidationResult("SafetyMonth:Database:Provider is PostgreSql: give ConnectionString, or ConnectionStringFile with the path of a file that holds it.");
        if (ConnectionStringFile.Length > 0 && !File.Exists(ConnectionStringFile))
            yield return new ValidationResult($"SafetyMonth:Database:ConnectionStringFile: there is no file {ConnectionStringFile}.");
        if (Provider == DatabaseKind.PostgreSql && !IsReadable())
            yield return new ValidationResult("SafetyMonth:Database: the connection string is not one; write Host=…;Database=…;Username=…;Password=…");
    }

    /// <summary>The connection string, wherever it is.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public string Connection() => ConnectionStringFile.Length > 0 ? File.ReadAllText(ConnectionStringFile).Trim() : ConnectionString;

    private bool IsReadable()
    {
        try
        {
            return !File.Exists(ConnectionStringFile) && ConnectionString.Length == 0 || new Npgsql.NpgsqlConnectionStringBuilder(Connection()).Host is { Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>A kind of database.</summary>
internal enum DatabaseKind
{
    Sqlite = 0,
    PostgreSql = 1,
}
