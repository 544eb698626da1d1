using Bot.Host.Limits;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Limits;

/// <summary>No door of the program stands open without a measure.</summary>
public sealed class EndpointLimitTests
{
    [Fact]
    public async Task Every_endpoint_says_how_often_it_may_be_asked_and_how_much_a_request_may_bring()
    {
        await using var bot = await RunningBot.StartAsync();
        var endpoints = bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();

        Assert.Contains(endpoints, e => e.RoutePattern.RawText == "/uploads");
        Assert.Contains(endpoints, e => e.RoutePattern.RawText == "/health/live");
        Assert.All(endpoints, e => Assert.True(e.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } name && RateLimits.Names.Contains(name), $"{e.RoutePattern.RawText}: how often"));
        Assert.All(endpoints, e => Assert.True(e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize is not null, $"{e.RoutePattern.RawText}: how much"));
    }

    [Theory]
    [InlineData("/uploads", RateLimits.Uploads)]
    [InlineData("/console/plans", RateLimits.Uploads)]
    [InlineData("/who", RateLimits.Entrances)]
    [InlineData("/i/{secret}", RateLimits.Entrances)]
    [InlineData("/console/enter/{secret}", RateLimits.Entrances)]
    [InlineData("/chat/{room}/messages", RateLimits.People)]
    public async Task What_costs_much_or_lets_people_in_is_measured_tightly(string path, string limit)
    {
        await using var bot = await RunningBot.StartAsync();
        var posts = bot.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText == path && e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true);

        Assert.Equal(limit, Assert.Single(posts).Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName);
    }
}
