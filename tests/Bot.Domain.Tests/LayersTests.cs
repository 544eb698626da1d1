using System.Reflection;
using System.Runtime.CompilerServices;
using Bot.Domain.Campaigns;
using Xunit;

namespace Bot.Domain.Tests;

/// <summary>What the domain may know, and that its closed sets stay closed.</summary>
public sealed class LayersTests
{
    private static readonly Assembly Domain = typeof(Campaign).Assembly;

    [Fact]
    public void The_domain_uses_the_framework_and_nothing_else() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.True(a.Name!.StartsWith("System.", StringComparison.Ordinal) || a.Name is "netstandard", a.Name));

    [Theory]
    [InlineData("System.Net.Http")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Data.Common")]
    [InlineData("System.Diagnostics.Process")]
    public void The_domain_does_no_input_and_output(string assembly) =>
        Assert.DoesNotContain(Domain.GetReferencedAssemblies(), a => a.Name == assembly);

    [Fact]
    public void Every_case_of_a_closed_hierarchy_stands_inside_it_and_is_sealed()
    {
        var closed = Domain.GetTypes().Where(t => t is { IsAbstract: true, IsClass: true, IsSealed: false } && IsRecord(t)).ToList();
        Assert.NotEmpty(closed);
        foreach (var type in closed)
        {
            var cases = Domain.GetTypes().Where(t => t.BaseType == type).ToList();
            Assert.NotEmpty(cases);
            Assert.All(cases, c => Assert.True(c.DeclaringType == type && c.IsSealed, $"{c} must be a sealed case inside {type}"));
            Assert.DoesNotContain(type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic), c => c.GetParameters().Length == 0 && !c.IsPrivate);
        }
    }

    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || type.GetProperty("EqualityContract", BindingFlags.Instance | BindingFlags.NonPublic)?.GetMethod?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;
}
