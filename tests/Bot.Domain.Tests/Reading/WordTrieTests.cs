using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

public class WordTrieTests
{
    private const string Letters = "演练宣讲“”x";
    private static readonly string[] Words = ["演", "演练", "练宣", "宣讲", "讲", "演练宣讲", "练宣讲演", "讲讲"];

    [Fact]
    public void Every_occurrence_is_found_whatever_quotation_marks_stand_in_it()
    {
        var trie = Sealed();
        var random = new Random(7);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
            var hits = new List<WordHit>();
            trie.Scan(text, hits);
            Assert.Equal(Plainly(text), hits.Select(hit => (hit.From, hit.To, Words[hit.Word])).Order());
        }
    }

    [Fact]
    public void The_longest_are_those_that_lie_in_no_other()
    {
        var trie = Sealed();
        var random = new Random(8);
        for (var round = 0; round < 2000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
            var all = Plainly(text);
            var longest = new List<WordHit>();
            trie.ScanLongest(text, longest);
            Assert.Equal(
                all.Where(one => !all.Exists(other => other != one && other.From <= one.From && one.To <= other.To)),
                longest.Select(hit => (hit.From, hit.To, Words[hit.Word])));
        }
    }

    private static WordTrie Sealed()
    {
        var trie = new WordTrie();
        foreach (var word in Words)
            trie.Add(word);
        trie.Seal();
        return trie;
    }

    // Letter by letter, without the automaton.
    private static List<(int From, int To, string Word)> Plainly(string text)
    {
        var places = Enumerable.Range(0, text.Length).Where(at => text[at] is not ('“' or '”')).ToList();
        var plain = string.Concat(places.Select(at => text[at]));
        return [.. Words.SelectMany(word => Enumerable.Range(0, plain.Length)
            .Where(at => string.CompareOrdinal(plain, at, word, 0, word.Length) == 0)
            .Select(at => (places[at], places[at + word.Length - 1] + 1, word))).Order()];
    }
}
