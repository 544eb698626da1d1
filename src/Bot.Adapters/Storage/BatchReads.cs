using Npgsql;

namespace Bot.Adapters.Storage;

/// <summary>Reads the results of a batch one after the other.</summary>
internal static class BatchReads
{
    extension(NpgsqlDataReader reader)
    {
        /// <summary>All rows of the next result.</summary>
        public async Task<List<T>> NextAsync<T>(Func<NpgsqlDataReader, T> read, CancellationToken cancel)
        {
            await reader.NextResultAsync(cancel);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
            return rows;
        }
    }
}
