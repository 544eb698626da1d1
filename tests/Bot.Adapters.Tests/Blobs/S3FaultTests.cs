using Bot.Adapters.Blobs;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>What an operator is told about a store that cannot be used: one sentence that names the setting.</summary>
public sealed class S3FaultTests(S3Store store) : IClassFixture<S3Store>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task A_bucket_that_is_not_there() => Tells(o => o.Bucket = "elsewhere", "There is no bucket \"elsewhere\"", "Bucket", mayPass: false);

    [Fact]
    public Task A_key_the_store_does_not_know() => Tells(o => o.AccessKey = "NOBODY", "does not know the access key", "AccessKey", mayPass: false);

    [Fact]
    public Task A_store_that_is_not_there() => Tells(o => o.Endpoint = "http://127.0.0.1:1", "cannot be reached", "Endpoint", mayPass: true);

    // The emulator does not check signatures, so the line says what a store says to a wrong secret.
    [Theory]
    [InlineData(403, "SignatureDoesNotMatch", "refuses the secret key", false)]
    [InlineData(403, "AccessDenied", "does not let this key into the bucket", false)]
    [InlineData(403, "RequestTimeTooSkewed", "clock", false)]
    [InlineData(400, "AuthorizationHeaderMalformed", "Region", false)]
    [InlineData(301, "PermanentRedirect", "Region", false)]
    [InlineData(503, "SlowDown", "does not work at present", true)]
    [InlineData(405, "MethodNotAllowed", "does not answer as an S3 store does", false)]
    public async Task What_the_store_answers(int status, string code, string told, bool mayPass)
    {
        await using var line = await S3Line.OpenAsync(store.Address);
        line.Instead = context => S3Line.SayAsync(context, status, $"<Error><Code>{code}</Code><Message>secret words</Message></Error>");
        await Tells(o => o.Endpoint = line.Address.ToString(), told, "", mayPass);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Something_that_is_no_store(int status)
    {
        await using var line = await S3Line.OpenAsync(store.Address);
        line.Instead = context => S3Line.SayAsync(context, status, "<html><body>Welcome</body></html>");
        await Tells(o => o.Endpoint = line.Address.ToString(), line.Address.Authority, "SafetyMonth:Blobs:", mayPass: false);
    }

    [Fact]
    public async Task A_store_that_goes_away_while_the_program_runs()
    {
        await using var line = await S3Line.OpenAsync(store.Address);
        var options = store.Settings(_folder.Path, "gone/");
        options.Endpoint = line.Address.ToString();
        using var blobs = S3Blobs.Open(options);
        Assert.Null(await blobs.TryReadingAsync(Cancellation));

        line.Instead = S3Line.Break;

        Assert.True((await blobs.TryReadingAsync(Cancellation))?.MayPass);
    }

    private async Task Tells(Action<BlobOptions> wrong, string told, string setting, bool mayPass)
    {
        var options = store.Settings(_folder.Path, "");
        wrong(options);
        using var blobs = S3Blobs.Open(options);

        var fault = await blobs.TryWritingAsync(Cancellation);

        Assert.NotNull(fault);
        Assert.Contains(told, fault.Sentence, StringComparison.Ordinal);
        Assert.Contains(setting, fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("secret words", fault.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Sentence);
        Assert.Equal(mayPass, fault.MayPass);
    }
}
