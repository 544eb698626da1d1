using System.Net;
using System.Net.Sockets;
using Bot.Host.Access;

namespace Bot.Host.Limits;

/// <summary>Who asks, for counting: the person of the session, else the address.</summary>
internal static class Caller
{
    private const int NetworkBytes = 8;

    /// <summary>Same for the same caller.</summary>
    public static string Of(HttpContext context) =>
        context.ViewerOrNone is { } viewer ? $"{viewer.Office.Value:n} {viewer.Person.Value:n}" : Network(context.Connection.RemoteIpAddress ?? IPAddress.None);

    // An IPv6 subscriber has a whole network of addresses.
    private static string Network(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }
}
