using Bot.Domain.Gathering;
using Bot.Domain.Messages;

namespace Bot.Host.WebChat;

/// <summary>Hands what somebody posts to the intake while it arrives.</summary>
internal sealed class Uploads(IMediaIntake intake)
{
    /// <summary>The attachment, or the sentence that says why not.</summary>
    public async Task<(Attachment? Attachment, string? Refusal)> TakeAsync(Stream content, string? name, CancellationToken cancel)
    {
        var outcome = await intake.TakeAsync(content, name, cancel);
        return outcome.Match<(Attachment?, string?)>(
            taken => (Attach(taken, name), null),
            refused => (null, refused.Sentence + "。"));
    }

    private static Attachment Attach(IntakeOutcome.Taken taken, string? name) => new()
    {
        Name = name is null ? "照片" + taken.Kind.Extension() : FileName.Clean(name),
        Blob = taken.Key,
        Kind = taken.Kind,
        Bytes = taken.Bytes,
        Width = taken.Size?.Width,
        Height = taken.Size?.Height,
    };
}
