using System.Data.Common;
using System.Text;
using Bot.Adapters.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Host.Tests.Erasure;

/// <summary>Every value of every column of every table there is, the waker's and the migrations' included.</summary>
internal static class EverythingStored
{
    public static async Task<string> ReadAsync(Store store)
    {
        await using var db = store.Open();
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var tables = await RowsAsync(connection, store is PostgresStore
            ? "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
            : "SELECT '\"' || name || '\"' FROM sqlite_master WHERE type = 'table'");
        var all = new StringBuilder();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            all.Append("== ").AppendLine(table);
            foreach (var row in (await RowsAsync(connection, $"SELECT * FROM {table}")).Order(StringComparer.Ordinal)) all.AppendLine(row);
        }

        return all.ToString();
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(string.Join('\t', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        return rows;
    }

    private static string Text(object value) => value switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        System.Collections.IEnumerable many => string.Join(',', many.Cast<object>().Select(Text)),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}
