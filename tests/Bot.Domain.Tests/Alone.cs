using Xunit;

namespace Bot.Domain.Tests;

/// <summary>Tests that measure what is allocated: others beside them would take the reader's buffers away between two measurements.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    /// <summary>What tests name it by.</summary>
    public const string Name = "alone";
}
