using Bot.Adapters.Erasure;
using Bot.Adapters.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bot.Adapters.Tests.Erasure;

public sealed class ColumnFatesTests
{
    [Fact]
    public async Task Every_column_of_texts_has_a_decision_and_no_decision_is_about_a_column_that_is_gone()
    {
        await using var sqlite = new SqliteUnderTest();
        await using var db = sqlite.Open().Open();
        var columns =
            from table in db.Model.GetEntityTypes()
            from column in table.GetProperties()
            where column.ClrType == typeof(string) || column.ClrType == typeof(List<string>)
            select $"{table.GetTableName()}.{column.Name}";
        Assert.Equal(columns.Order(StringComparer.Ordinal), ColumnFates.All.Keys.Order(StringComparer.Ordinal));
    }
}
