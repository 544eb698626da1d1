using Bot.Domain.Checking;
using Bot.Domain.Messages;

namespace Bot.Domain.Replies;

/// <summary>Something asked about a submission, with its choices.</summary>
internal sealed record Question(Remark Remark, string Text)
{
    /// <summary>Whether it is answered by a button; a vague figure wants a number.</summary>
    public bool HasButtons => Remark.Code != CheckCode.Vague;

    /// <summary>The choices; numbered where several questions stand in one message.</summary>
    public IEnumerable<MessageButton> Buttons(int? number) => HasButtons
        ? AnswerData.Choices(Remark.Code).Select(a => new MessageButton(
            number is { } n ? FormattableString.Invariant($"{n}. {Wording.Button(Remark.Code, a)}") : Wording.Button(Remark.Code, a),
            AnswerData.Write(Remark.Id, a)))
        : [];
}
