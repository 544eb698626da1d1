using System.Data.Common;
using System.Net.Sockets;

namespace Bot.Adapters.Storage;

/// <summary>Tells a database that is away for a while from a fault of ours: the former is nobody's fault and counts as no try.</summary>
internal static class DatabaseOutage
{
    /// <summary>Whether a failure, or what caused it, is a connection that failed or was cut, or a server that is starting or stopping.</summary>
    public static bool Is(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            // Its own words for a server that shuts down or is still starting are the classes 57P and 08.
            if (failure is DbException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } or Npgsql.NpgsqlException { InnerException: IOException or SocketException or TimeoutException }) return true;
            if (failure is DbException { SqlState: { Length: 5 } state } && state.StartsWith("08", StringComparison.Ordinal)) return true;
            if (failure is SocketException or EndOfStreamException) return true;
        }

        return false;
    }

    /// <summary>Whether a failure is the database's at all: it is away, or it refuses what is asked of it.</summary>
    public static bool OrRefusal(Exception failure) => Is(failure) || failure is DbException;
}
