using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bot.Adapters.Storage;

/// <summary>
/// PostgreSQL takes no NUL and no half of a surrogate pair in a text, and people's programs send both. Each becomes U+FFFD on
/// its way in, one code unit for one, so that spans into the text stay right.
/// </summary>
internal sealed class CleanTexts : DbCommandInterceptor
{
    private const char Mark = '\uFFFD';

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>The text as PostgreSQL takes it.</summary>
    public static string Of(string text)
    {
        if (!IsBroken(text)) return text;
        return string.Create(text.Length, text, static (clean, from) =>
        {
            from.CopyTo(clean);
            for (var i = 0; i < clean.Length; i++)
            {
                if (char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1])) i++;
                else if (clean[i] == '\0' || char.IsSurrogate(clean[i])) clean[i] = Mark;
            }
        });
    }

    private static bool IsBroken(string text) => text.AsSpan().ContainsAny('\0', Mark) || text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Of(text),
                string[] texts => Array.ConvertAll(texts, Of),
                List<string> texts => texts.ConvertAll(Of),
                var other => other,
            };
        }
    }
}
