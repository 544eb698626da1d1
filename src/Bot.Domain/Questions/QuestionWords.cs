using Bot.Domain.Reading;

namespace Bot.Domain.Questions;

/// <summary>The words of questions (Reading/Data/questions.txt) in one trie.</summary>
internal sealed class QuestionWords
{
    private readonly WordTrie trie = new();
    private readonly List<QuestionWord> meanings = [];

    private QuestionWords()
    {
        foreach (var entry in DataFile.Entries("questions.txt"))
        {
            var meaning = Enum.Parse<QuestionWord>(entry.Name, ignoreCase: true);
            foreach (var word in entry.Words)
            {
                if (trie.Add(word) == meanings.Count) meanings.Add(meaning);
                else throw new InvalidOperationException($"questions.txt: '{word}' stands there twice.");
            }
        }

        trie.Seal();
    }

    /// <summary>All words of the data file.</summary>
    public static QuestionWords Shared { get; } = new();

    /// <summary>The longest word that begins here; null: none does.</summary>
    public QuestionWord? At(ReadOnlySpan<char> text, int at, out int end)
    {
        var word = trie.Longest(text, at, out end);
        return word < 0 ? null : meanings[word];
    }
}

/// <summary>What a word does in a question.</summary>
[Flags]
internal enum QuestionWord
{
    None = 0,
    Who = 1,
    HowMany = 2,
    Missing = 4,
    Lack = 8,
    Reported = 16,
    Complete = 32,
    Late = 64,
    Tardy = 128,
    When = 256,
    Due = 512,
    Form = 1024,
    Where = 2048,
    Own = 4096,
    Status = 8192,
    Filler = 16384,
}
