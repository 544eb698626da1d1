using Bot.Adapters.WebChat;
using Bot.Host.Access;
using Microsoft.AspNetCore.Mvc;

namespace Bot.Host.WebChat;

/// <summary>The conversation, written: post, edit, withdraw, press a button. A bubble's id may hold anything: it stands in the query.</summary>
internal static class PostEndpoints
{
    public static void MapPosts(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat/{room}/messages", PostAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ChatLimits.UploadBytes));
        routes.MapPost("/chat/{room}/edit", EditAsync)
            .WithMetadata(new RequestSizeLimitAttribute(ChatLimits.TextBytes));
        routes.MapPost("/chat/{room}/withdraw", WithdrawAsync);
        routes.MapPost("/chat/{room}/press", PressAsync);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context, string room, PostForm form, IWebChatPosts posts, CancellationToken cancel)
    {
        var read = await form.ReadAsync(context.Request, context.Viewer, room, cancel);
        PostOutcome outcome = read.Post is { } post
            ? await posts.PostAsync(context.Viewer, post, cancel)
            : new PostOutcome.Refused(read.Refusal ?? ChatLimits.Empty);
        if (!Answers.WantsPage(context.Request))
            return Answers.Of(outcome);
        return outcome is PostOutcome.Refused refused
            ? await ChatEndpoints.PageAsync(context, room, null, read with { Refusal = refused.Sentence }, cancel)
            : Page.SeeOther(ChatPaths.Room(room));
    }

    private static async Task<IResult> EditAsync(
        HttpContext context, string room, string id, IWebChatPosts posts, CancellationToken cancel)
    {
        string text;
        try
        {
            // A plain text body: form fields have limits of their own that know no sentences.
            using var reader = new StreamReader(context.Request.Body);
            text = (await reader.ReadToEndAsync(cancel)).ReplaceLineEndings("\n");
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answers.Refused(ChatLimits.TooLarge, StatusCodes.Status413PayloadTooLarge);
        }
        return text.Length > ChatLimits.Text
            ? Answers.Refused(ChatLimits.TextTooLong(text.Length))
            : Answers.Of(await posts.EditAsync(context.Viewer, room, id, text, cancel));
    }

    private static async Task<IResult> WithdrawAsync(
        HttpContext context, string room, string id, IWebChatPosts posts, CancellationToken cancel) =>
        Answers.Of(await posts.WithdrawAsync(context.Viewer, room, id, cancel));

    private static async Task<IResult> PressAsync(
        HttpContext context, string room, string id, IWebChatPosts posts, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var outcome = await posts.PressAsync(context.Viewer, room, id, form["data"].ToString(), cancel);
        if (!Answers.WantsPage(context.Request))
            return Answers.Of(outcome);
        return outcome is PostOutcome.Refused refused
            ? await ChatEndpoints.PageAsync(context, room, null, new PostRead { Refusal = refused.Sentence }, cancel)
            : Page.SeeOther(ChatPaths.Room(room));
    }
}
