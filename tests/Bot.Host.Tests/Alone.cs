using Xunit;

namespace Bot.Host.Tests;

/// <summary>Tests that take the whole machine: others beside them would fail for want of it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>What tests name it by.</summary>
    public const string Name = "alone";
}
