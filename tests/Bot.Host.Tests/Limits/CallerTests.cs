using System.Net;
using Bot.Host.Limits;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Bot.Host.Tests.Limits;

public sealed class CallerTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)] // one subscriber's network
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void Addresses_of_one_subscriber_are_one_caller(string one, string other, bool isSame) => Assert.Equal(isSame, Of(one) == Of(other));

    private static string Of(string address) => Caller.Of(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } });
}
