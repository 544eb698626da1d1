using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Bot.Adapters.Access;
using Bot.Adapters.WebChat;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Console;

/// <summary>Somebody at the console without a browser.</summary>
internal sealed partial class ConsoleClient : IDisposable
{
    private readonly HttpClient http;

    public ConsoleClient(Uri address)
    {
        http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    /// <summary>Comes in by a one-time link.</summary>
    public static async Task<ConsoleClient> EnterAsync(RunningBot bot, Viewer viewer, LinkPurpose purpose = LinkPurpose.Console)
    {
        var secret = await bot.Services.GetRequiredService<IAccessLinks>().CreateAsync(viewer.Office, viewer.Person, purpose, default);
        var client = new ConsoleClient(bot.Address);
        var (status, _, _) = await client.PostAsync(purpose is LinkPurpose.Console ? $"/console/enter/{secret}" : $"/i/{secret}");
        return status == HttpStatusCode.SeeOther ? client : throw new InvalidOperationException($"The link did not open: {status}.");
    }

    public async Task<(HttpStatusCode Status, string Text, string? Location)> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<string> PageAsync(string path)
    {
        var (status, text, location) = await GetAsync(path);
        return status == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{path}: {status} {location}");
    }

    public async Task<(HttpStatusCode Status, byte[] Content, string? Type, string? Name)> FileAsync(string path)
    {
        using var response = await http.GetAsync(path);
        var disposition = response.Content.Headers.ContentDisposition;
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.MediaType, disposition?.FileNameStar ?? disposition?.FileName);
    }

    public Task<(HttpStatusCode Status, string Text, string? Location)> PostAsync(string path, params IReadOnlyList<(string Field, string Value)> fields) =>
        PostFromAsync(path, null, fields);

    /// <summary>Posts as a browser does that says which site the form stands on.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? Location)> PostFromAsync(
        string path, string? site, IReadOnlyList<(string Field, string Value)> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value)));
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }

    /// <summary>Hands in a file as a form's file field does.</summary>
    public async Task<(HttpStatusCode Status, string Text, string? Location)> HandInAsync(
        string path, string field, string name, byte[] content, params IReadOnlyList<(string Field, string Value)> fields)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), field, name } };
        foreach (var (key, value) in fields) form.Add(new StringContent(value), key);
        using var response = await http.PostAsync(path, form);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString);
    }

    /// <summary>The addresses of a page's links that begin so, each once, in order.</summary>
    public static IReadOnlyList<string> Links(string page, string start) =>
        [.. Link().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups["to"].Value)).Where(l => l.StartsWith(start, StringComparison.Ordinal)).Distinct()];

    /// <summary>What a browser would send of a form of the page as it stands, without its buttons.</summary>
    public static IReadOnlyList<(string Field, string Value)> Fields(string page, string action)
    {
        var form = page.Split($"action=\"{action}\"")[1].Split("</form>")[0];
        var fields = new List<(string, string)>();
        foreach (Match control in Control().Matches(form))
        {
            var (tag, name) = (control.Value, Attribute("name").Match(control.Value).Groups["value"].Value);
            if (name.Length == 0 || (tag.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !tag.Contains(" checked", StringComparison.Ordinal))) continue;
            var option = tag.StartsWith("<select", StringComparison.Ordinal)
                ? Option().Matches(tag).Select(o => o.Value).OrderBy(o => o.Contains(" selected", StringComparison.Ordinal) ? 0 : 1).First()
                : tag;
            fields.Add((WebUtility.HtmlDecode(name), WebUtility.HtmlDecode(Attribute("value").Match(option).Groups["value"].Value)));
        }

        return fields;
    }

    /// <summary>The same fields with some of them changed.</summary>
    public static IReadOnlyList<(string Field, string Value)> With(IReadOnlyList<(string Field, string Value)> fields, params IReadOnlyList<(string Field, string Value)> changed) =>
        [.. fields.Where(f => changed.All(c => c.Field != f.Field)), .. changed.Where(c => c.Value.Length > 0 || fields.Any(f => f.Field == c.Field))];

    /// <summary>Everything that stands between two pieces of a page, decoded.</summary>
    public static IReadOnlyList<string> Between(string page, string before, string behind) =>
        [.. page.Split(before).Skip(1).Select(rest => WebUtility.HtmlDecode(rest.Split(behind)[0]))];

    /// <summary>What a page says, without its tags.</summary>
    public static string Words(string page) => WebUtility.HtmlDecode(Space().Replace(Tag().Replace(page, " "), " "));

    public void Dispose() => http.Dispose();

    [GeneratedRegex("href=\"(?<to>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    private static Regex Attribute(string name) => new($"[ ]{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("<input[^>]*>|<select.*?</select>", RegexOptions.Singleline, 1000)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Option();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("[ \r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
