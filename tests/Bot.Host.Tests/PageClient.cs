using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Host.Tests;

/// <summary>A person at the page without a browser: cookies, the forms' fields, and what came back.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpClient http;

    public PageClient(Uri address)
    {
        http = new HttpClient(new HttpClientHandler { CookieContainer = cookies }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public string Room { get; private set; } = "";

    /// <summary>What the browser would send along.</summary>
    public string CookieHeader => cookies.GetCookieHeader(http.BaseAddress!);

    /// <summary>Picks a person of the demo office and enters the group.</summary>
    public async Task PickAsync(string name)
    {
        var who = await http.GetStringAsync("/who");
        var person = Person().Matches(who).Single(m => m.Groups["name"].Value == name).Groups["id"].Value;
        using var picked = await http.PostAsync("/who", new FormUrlEncodedContent([new("person", person)]));
        var page = await PageAsync("/");
        Room = Rooms().Match(page).Groups["room"].Value;
    }

    public async Task<string> PageAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/html");
        using var response = await http.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Posts a message; the answer is an id, or a sentence.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> PostAsync(string text, Guid? client = null, params IReadOnlyList<string> tickets)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent((client ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow())).ToString()), "client" },
            { new StringContent(text), "text" },
        };
        foreach (var ticket in tickets) form.Add(new StringContent(ticket), "ticket");
        using var response = await http.PostAsync($"/chat/{Room}/messages", form);
        return (response.StatusCode, Value(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Listens to the group as an open page does, until a text stands in it.</summary>
    public async Task HearAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        using var lines = new StreamReader(await http.GetStreamAsync($"/chat/{Room}/stream?since=0", patience.Token));
        while (await lines.ReadLineAsync(patience.Token) is { } line && !line.Contains(text, StringComparison.Ordinal))
        {
            // Something else.
        }
    }

    /// <summary>Uploads a file; the answer is a ticket, or a sentence.</summary>
    public async Task<(HttpStatusCode Status, string Answer)> UploadAsync(string name, byte[] content)
    {
        using var body = new ByteArrayContent(content);
        using var response = await http.PostAsync($"/uploads?name={Uri.EscapeDataString(name)}", body);
        return (response.StatusCode, Value(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>A file of a message, or a piece of it.</summary>
    public async Task<byte[]> FileAsync(string path, RangeHeaderValue? piece)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = piece } };
        using var response = await http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    /// <summary>Puts the demo clock to a local time.</summary>
    public async Task<HttpStatusCode> MoveClockAsync(string to)
    {
        using var form = new FormUrlEncodedContent([new("to", to), new("room", Room)]);
        using var response = await http.PostAsync("/clock", form);
        return response.StatusCode;
    }

    public void Dispose() => http.Dispose();

    private static string Value(string answer) =>
        answer.StartsWith('{') ? JsonDocument.Parse(answer).RootElement.EnumerateObject().First().Value.GetString() ?? "" : answer;

    [GeneratedRegex("value=\"(?<id>[0-9a-f-]{36})\">.*?class=\"who\">(?<name>[^<]+)<", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Person();

    [GeneratedRegex("/chat/(?<room>g-[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rooms();
}
