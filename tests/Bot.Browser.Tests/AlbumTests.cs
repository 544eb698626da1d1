using Bot.Browser.Tests.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Bot.Browser.Tests;

/// <summary>Photos and files.</summary>
public sealed class AlbumTests(Chromium chromium)
{
    [Fact]
    public async Task Three_photos_dropped_make_one_message_with_an_album()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "河畔社区安全员");
        await Picture.GiveAsync(window, "drop", await Picture.DrawAsync(window, 3));
        await Expect(window.Previews).ToHaveCountAsync(3);

        await window.SayAsync(mark);

        var album = window.Bubble(mark).Locator(".album img");
        await Expect(album).ToHaveCountAsync(3);
        for (var i = 0; i < 3; i++)
            await Expect(album.Nth(i)).ToHaveJSPropertyAsync("naturalWidth", 320);
        await Expect(window.Previews).ToHaveCountAsync(0);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Pasted_photo_joins_those_picked_and_a_removed_one_is_not_sent()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "河畔社区安全员");
        var pictures = await Picture.DrawAsync(window, 3);
        await window.Page.SetInputFilesAsync("#files", pictures.Take(2));
        await Picture.GiveAsync(window, "paste", [pictures[2]]);
        await Expect(window.Previews).ToHaveCountAsync(3);

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "移除 演练1.jpg" }).ClickAsync();
        await window.SayAsync(mark);

        await Expect(window.Bubble(mark).Locator(".album img")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Photos_without_words_can_be_sent_and_opened_large()
    {
        await using var window = await ChatWindow.OpenAsync(chromium, "丰乐社区安全员");
        await window.Page.SetInputFilesAsync("#files", await Picture.DrawAsync(window, 2));
        await window.Page.Locator("#send").ClickAsync();
        var album = window.Page.Locator(".entry.mine .album").Last;
        await Expect(album.Locator("img")).ToHaveCountAsync(2);

        await album.Locator("a").First.ClickAsync();
        var large = window.Page.Locator("#lightbox");
        await Expect(large).ToBeVisibleAsync();
        await Expect(large.Locator("#lightbox-count")).ToHaveTextAsync("1 / 2");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(large.Locator("#lightbox-count")).ToHaveTextAsync("2 / 2");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(large).ToBeHiddenAsync();
    }

    [Fact]
    public async Task File_that_is_not_taken_says_what_to_do_and_does_not_hold_up_the_rest()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "丰乐社区安全员");
        var zip = new FilePayload { Name = "资料.zip", MimeType = "application/zip", Buffer = [0x50, 0x4B, 0x05, 0x06, .. new byte[18]] };
        await window.Page.SetInputFilesAsync("#files", [zip, .. await Picture.DrawAsync(window, 1)]);

        await Expect(window.Refusal).ToContainTextAsync("资料.zip");
        await Expect(window.Page.Locator(".preview.refused")).ToHaveCountAsync(1);
        await window.SayAsync(mark);
        await Expect(window.Refusal).ToContainTextAsync("移除");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "移除 资料.zip" }).ClickAsync();
        await window.Page.Locator("#send").ClickAsync();
        await Expect(window.Bubble(mark).Locator(".album img")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Name_with_folders_shows_only_its_last_part()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "丰乐社区安全员");
        var pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"u8.ToArray();
        await window.Page.SetInputFilesAsync("#files", [new FilePayload { Name = "../../总结.pdf", MimeType = "application/pdf", Buffer = pdf }]);

        await window.SayAsync(mark);

        var file = window.Bubble(mark).Locator("a.file");
        await Expect(file).ToContainTextAsync("总结.pdf");
        await Expect(file).Not.ToContainTextAsync("..");
    }

    [Fact]
    public async Task Photos_are_for_those_who_are_signed_in()
    {
        var mark = Marks.Next();
        await using var window = await ChatWindow.OpenAsync(chromium, "河畔社区安全员");
        await window.Page.SetInputFilesAsync("#files", await Picture.DrawAsync(window, 1));
        await window.SayAsync(mark);
        var link = window.Bubble(mark).Locator(".album a");
        await Expect(link).ToHaveCountAsync(1);
        var path = await link.GetAttributeAsync("href");

        var own = await window.Page.Context.APIRequest.GetAsync($"{chromium.Bot.Address}{path?[1..]}");
        using var stranger = new HttpClient();
        using var refused = await stranger.GetAsync(new Uri(chromium.Bot.Address, path));

        Assert.Equal("image/jpeg", own.Headers["content-type"]);
        Assert.Equal("nosniff", own.Headers["x-content-type-options"]);
        Assert.Contains("immutable", own.Headers["cache-control"], StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, refused.StatusCode);
    }
}
