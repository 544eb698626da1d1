namespace Bot.Domain.Checking;

/// <summary>What a button says when it is pressed: <c>remarkId:choice</c>, 32 hex digits and one word.</summary>
public static class AnswerData
{
    private static readonly (Answer Answer, string Word)[] Words =
    [
        (Answer.Right, "right"), (Answer.Wrong, "wrong"), (Answer.Number, "number"), (Answer.SameTakeLater, "same"),
        (Answer.SameKeepFirst, "first"), (Answer.Another, "another"), (Answer.Adopt, "adopt"), (Answer.Dismiss, "dismiss"), (Answer.BookAsNew, "new"),
    ];

    /// <summary>The answers that can be given to a remark of this kind, besides a number, in the order they are offered.</summary>
    public static IReadOnlyList<Answer> Choices(CheckCode code) => code switch
    {
        CheckCode.Transcribed or CheckCode.Proposed => [Answer.Right, Answer.Wrong],
        CheckCode.Conflict or CheckCode.SameDayOtherFigures => [Answer.Another, Answer.SameTakeLater, Answer.SameKeepFirst],
        CheckCode.BelowKnown => [Answer.Adopt, Answer.Dismiss],
        CheckCode.NothingToCorrect => [Answer.BookAsNew, Answer.Dismiss],
        CheckCode.Vague => [Answer.Number, Answer.Dismiss],
        _ => [Answer.Right, Answer.Wrong],
    };

    /// <summary>The word by which an answer is stored and sent.</summary>
    public static string Word(Answer answer) => Array.Find(Words, w => w.Answer == answer).Word;

    /// <summary>The data of a button.</summary>
    public static string Write(Guid remark, Answer answer) => $"{remark:N}:{Word(answer)}";

    /// <summary>Reads a button's data; null: it is none of these.</summary>
    public static (Guid Remark, Answer Answer)? Read(string data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var colon = data.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || !Guid.TryParseExact(data[..colon], "N", out var remark)) return null;
        var at = Array.FindIndex(Words, w => string.Equals(w.Word, data[(colon + 1)..], StringComparison.Ordinal));
        return at < 0 ? null : (remark, Words[at].Answer);
    }
}
