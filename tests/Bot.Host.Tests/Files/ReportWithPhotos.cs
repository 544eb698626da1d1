using Bot.Adapters.WebChat;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>Reports with photos, said in the group as the page says them.</summary>
internal static class ReportWithPhotos
{
    public static byte[] Media(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "media", name));

    /// <summary>Says it and waits until it was handled; returns the message's id.</summary>
    public static async Task<string> SayAsync(RunningBot bot, string person, string text, params (string Name, byte[] Content)[] photos)
    {
        var viewer = await bot.PersonAsync(person);
        var attachments = new List<Attachment>();
        foreach (var (name, content) in photos)
        {
            var taken = Assert.IsType<IntakeOutcome.Taken>(await bot.Services.GetRequiredService<IMediaIntake>().TakeAsync(new MemoryStream(content), name, default));
            attachments.Add(new Attachment { Name = name, Blob = taken.Key, Kind = taken.Kind, Bytes = taken.Bytes, Width = taken.Size?.Width, Height = taken.Size?.Height });
        }

        var post = new WebPost { Room = await bot.GroupAsync(viewer), ClientId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Text = text, Attachments = attachments };
        var posted = Assert.IsType<PostOutcome.Taken>(await bot.Services.GetRequiredService<IWebChatPosts>().PostAsync(viewer, post, default));
        await bot.AnswerAsync(viewer, posted.Id);
        return posted.Id;
    }
}
