namespace Bot.Adapters.Tests;

/// <summary>The files of <c>tests/Corpus</c>, copied beside the tests.</summary>
internal static class Corpus
{
    /// <summary>The path of a corpus file.</summary>
    public static string File(string name) => Path.Combine(AppContext.BaseDirectory, "Corpus", name);
}
