using Bot.Domain.GroupWords;
using Bot.Domain.Reading;

namespace Bot.Domain.Questions;

/// <summary>
/// Questions about who has reported, by when, and where the form is. Conservative: every word must be known, so that what is
/// asked of a colleague (张姐，你们报了吗), told to all (谁没报的报一下) or about other things (谁没交党费) is left alone.
/// </summary>
internal sealed class DueQuestions(TopicReader topics, IReadOnlyList<string> ownNames)
{
    /// <summary>The question; null: none of these.</summary>
    public FreeQuestion? Read(string text, DateTime saidAt)
    {
        var folded = SourceText.Fold(text).Text;
        var found = new TopicReader.Found();
        var days = new NamedDays(saidAt);
        var words = QuestionWord.None;
        for (var at = 0; at < folded.Length;)
        {
            if (IsMark(folded[at]))
            {
                at++;
                continue;
            }

            if (Own(folded, at) is { } behind)
            {
                words |= QuestionWord.Own;
                at = behind;
                continue;
            }

            var word = QuestionWords.Shared.At(folded, at, out var end);
            var ahead = new TopicReader.Found { Kind = found.Kind, Subject = found.Subject, Days = found.Days, Everything = found.Everything };
            if (topics.TryRead(folded, at, days, ahead, out var named) && (word is null || named > end)) (found, at) = (ahead, named);
            else if (word is null) return null;
            else (words, at) = (words | word.Value, end);
        }

        return Meant(words, found);
    }

    private FreeQuestion? Meant(QuestionWord words, TopicReader.Found found)
    {
        var topic = topics.Topic(found);
        bool Has(QuestionWord word) => (words & word) != QuestionWord.None;
        if (Has(QuestionWord.Where) && (Has(QuestionWord.Form) || found.Kind == "statistics")) return Has(QuestionWord.Due | QuestionWord.Missing) ? null : new FreeQuestion.WhereIsTheForm();
        if (Has(QuestionWord.When)) return Has(QuestionWord.Due) && !Has(QuestionWord.Who | QuestionWord.Missing | QuestionWord.Reported) ? new FreeQuestion.WhenDue(topic) : null;
        if (topic is null || Has(QuestionWord.Form | QuestionWord.Where)) return null;
        if (Has(QuestionWord.Own)) return Has(QuestionWord.Status) && !Has(QuestionWord.Who) ? new FreeQuestion.OwnStatus(topic) : null;
        if (Has(QuestionWord.Due | QuestionWord.Status)) return null;
        if (Has(QuestionWord.Who) && (Has(QuestionWord.Late) || (Has(QuestionWord.Tardy) && !topic.IsEmpty))) return new FreeQuestion.WhoWasLate(topic);
        if (Has(QuestionWord.Late | QuestionWord.Tardy)) return null;
        if (Has(QuestionWord.Who) && Has(QuestionWord.Missing | QuestionWord.Lack)) return new FreeQuestion.WhoIsMissing(topic);
        return Has(QuestionWord.Complete) || (Has(QuestionWord.Who | QuestionWord.HowMany) && Has(QuestionWord.Reported)) || (Has(QuestionWord.HowMany) && Has(QuestionWord.Missing | QuestionWord.Lack))
            ? new FreeQuestion.HowManyReported(topic)
            : null;
    }

    private int? Own(ReadOnlySpan<char> text, int at)
    {
        int? longest = null;
        foreach (var name in ownNames)
        {
            if (name.Length > 0 && text[at..].StartsWith(name, StringComparison.Ordinal) && !(at + name.Length <= longest)) longest = at + name.Length;
        }

        return longest;
    }

    private static bool IsMark(char c) => c is ' ' or '?' or '!' or '，' or ',' or '。' or '.' or '~' or '、' or ';' or ':' or '\n';
}
