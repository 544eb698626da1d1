using Bot.Domain.Campaigns;
using Bot.Domain.Gathering;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;

namespace Bot.Domain.Dues;

/// <summary>What an obligation asks for and a submission does not bring: named in the receipt, the due is met all the same.</summary>
public static class MissingParts
{
    /// <summary>
    /// The missing parts. 图片、视频 are two ways to show one thing: either will do. A document may hold its own pictures. A
    /// paper copy cannot be seen from here.
    /// </summary>
    public static Asked Of(Asked asked, ToldSubmission told)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (told.Reading.Nil || told.Attachments.Any(HandIn.IsDocument)) return Asked.Nothing;
        var photos = told.Attachments.Any(a => Is(a, MediaClass.Photo));
        var video = told.Attachments.Any(a => Is(a, MediaClass.Video));
        var missing = Asked.Nothing;
        if (asked.HasFlag(Asked.Photos) && !photos && !(video && asked.HasFlag(Asked.Video))) missing |= Asked.Photos;
        if (asked.HasFlag(Asked.Video) && !asked.HasFlag(Asked.Photos) && !video) missing |= Asked.Video;
        if (asked.HasFlag(Asked.StampedScan) && !photos) missing |= Asked.StampedScan;
        return missing;
    }

    // What nobody looked at yet is taken for what chats mostly bring: a photo.
    private static bool Is(Attachment file, MediaClass wanted) => (file.Kind?.Class() ?? MediaClass.Photo) == wanted;
}
