using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Bot.Host.WebChat;

/// <summary>
/// What the compose form sends, read part by part as it arrives: files go straight to the intake and are never held in
/// memory. The page's scripts upload photos beforehand and send tickets; without scripts the files come along.
/// </summary>
internal sealed class PostForm(Uploads uploads, UploadTickets tickets, IBlobs blobs)
{
    private const int LongestBoundary = 100;
    private const int LargestField = 16 * 1024;

    /// <summary>The post, or the sentence that says why not. The text is there in both cases.</summary>
    public async Task<PostRead> ReadAsync(HttpRequest request, Viewer viewer, string room, CancellationToken cancel)
    {
        var read = new PostRead();
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return read with { Refusal = "请用页面上的输入框发消息。" };
        var parts = new MultipartReader(boundary, request.Body);
        try
        {
            while (await parts.ReadNextSectionAsync(cancel) is { } part)
                read = await TakePartAsync(read, part, viewer, cancel);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return read with { Refusal = ChatLimits.TooLarge };
        }
        catch (InvalidDataException)
        {
            return read with { Refusal = ChatLimits.TooLarge };
        }
        return Judge(read, room);
    }

    private async Task<PostRead> TakePartAsync(PostRead read, MultipartSection part, Viewer viewer, CancellationToken cancel)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition))
            return read;
        if (disposition.IsFileDisposition())
            return await TakeFileAsync(read, part, disposition, cancel);
        var field = HeaderUtilities.RemoveQuotes(disposition.Name).Value;
        part.Body = new LimitedStream(part.Body, field is "text" ? ChatLimits.TextBytes : LargestField);
        using var reader = new StreamReader(part.Body);
        var value = await reader.ReadToEndAsync(cancel);
        return field switch
        {
            "text" => read with { Text = value.ReplaceLineEndings("\n") },
            "client" => read with { Client = Guid.TryParse(value, out var id) ? id : null },
            "quotes" => read with { Quotes = value.Length > 0 ? value : null },
            "ticket" => await TakeTicketAsync(read, viewer, value, cancel),
            _ => read,
        };
    }

    private async Task<PostRead> TakeFileAsync(
        PostRead read, MultipartSection part, ContentDispositionHeaderValue disposition, CancellationToken cancel)
    {
        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        if (string.IsNullOrEmpty(name) || read.Refusal is not null)
            return read; // A file field left empty sends a nameless part.
        if (read.Attachments.Count >= ChatLimits.Attachments)
            return read with { Refusal = ChatLimits.TooManyAttachments };
        var (attachment, refusal) = await uploads.TakeAsync(part.Body, name, cancel);
        return attachment is null
            ? read with { Refusal = refusal }
            : read with { Attachments = [.. read.Attachments, attachment] };
    }

    private async Task<PostRead> TakeTicketAsync(PostRead read, Viewer viewer, string value, CancellationToken cancel)
    {
        if (read.Attachments.Count >= ChatLimits.Attachments)
            return read with { Refusal = ChatLimits.TooManyAttachments };

        // What no message names is cleared away after a day.
        return tickets.Open(viewer, value) is { Blob: { } blob } attachment && await blobs.ExistsAsync(blob, cancel)
            ? read with { Attachments = [.. read.Attachments, attachment] }
            : read with { Refusal = "照片上传后放得太久了，请重新添加照片再发。" };
    }

    private static PostRead Judge(PostRead read, string room)
    {
        if (read.Refusal is not null)
            return read;
        if (read.Text.Length > ChatLimits.Text)
            return read with { Refusal = ChatLimits.TextTooLong(read.Text.Length) };
        if (string.IsNullOrWhiteSpace(read.Text) && read.Attachments.Count == 0)
            return read with { Refusal = ChatLimits.Empty };
        if (read.Client is not { } client)
            return read with { Refusal = "页面太旧了，请刷新后再发。" };
        return read with
        {
            Post = new WebPost
            {
                Room = room,
                ClientId = client,
                Text = read.Text,
                Attachments = read.Attachments,
                Quotes = read.Quotes,
            },
        };
    }
}

/// <summary>What was read of a compose form.</summary>
internal sealed record PostRead
{
    public WebPost? Post { get; init; }
    public string? Refusal { get; init; }
    public string Text { get; init; } = "";
    public Guid? Client { get; init; }
    public string? Quotes { get; init; }
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];
}
