using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>Answers in plain words, where nobody presses buttons: 对, 不对, 同一场, 另一场, 以此为准, 写错了, or a number.</summary>
public static class PlainAnswers
{
    private const int LongestAnswer = 16;
    private const int MostOtherWords = 4;

    private static readonly (string Word, Answer Answer)[] Words =
    [
        ("对", Answer.Right), ("对的", Answer.Right), ("是的", Answer.Right), ("没错", Answer.Right), ("正确", Answer.Right), ("属实", Answer.Right),
        ("没问题", Answer.Right), ("不对", Answer.Wrong), ("不是", Answer.Wrong), ("错了", Answer.Wrong), ("有误", Answer.Wrong),
        ("另一场", Answer.Another), ("是另一场", Answer.Another), ("不是同一场", Answer.Another), ("两场", Answer.Another),
        ("同一场", Answer.SameTakeLater), ("是同一场", Answer.SameTakeLater), ("以后报为准", Answer.SameTakeLater), ("以这条为准", Answer.SameTakeLater),
        ("以先报为准", Answer.SameKeepFirst), ("以前面为准", Answer.SameKeepFirst),
        ("以此为准", Answer.Adopt), ("以这个为准", Answer.Adopt), ("以这条为准", Answer.Adopt), ("以累计为准", Answer.Adopt),
        ("写错了", Answer.Dismiss), ("不用记", Answer.Dismiss), ("不用", Answer.Dismiss), ("不记", Answer.Dismiss),
        ("新增", Answer.BookAsNew), ("是新增", Answer.BookAsNew), ("按新增记入", Answer.BookAsNew),
    ];

    /// <summary>The answer a message gives; null: it is none.</summary>
    /// <param name="text">The whole message.</param>
    /// <param name="open">The remarks it can answer, oldest first: those of the quoted message, or the sender's own.</param>
    public static GivenAnswer? Read(string text, IReadOnlyList<Remark> open)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(open);
        var plain = text.Trim().TrimEnd('。', '！', '!', '.', '～', '~', ' ');
        if (plain.Length is 0 or > LongestAnswer || open.Count == 0) return null;
        foreach (var (_, answer) in Words.Where(w => string.Equals(w.Word, plain, StringComparison.Ordinal)))
        {
            if (open.FirstOrDefault(r => AnswerData.Choices(r.Code).Contains(answer)) is { } remark) return new GivenAnswer(remark, answer);
        }

        return open.FirstOrDefault(r => r.Code == CheckCode.Vague) is { } vague && Number(plain) is { } number
            ? new GivenAnswer(vague, Answer.Number, number.Value, number.Bound)
            : null;
    }

    // 35, 35人, 约三十五人. A bare number is read as so many pieces.
    private static FoundQuantity? Number(string plain) => Only(plain) ?? Only(plain + "个");

    private static FoundQuantity? Only(string text) =>
        Quantities.Find(text) is [{ Upper: null } only] && text.Length - only.Span.Length <= MostOtherWords ? only : null;
}
