using System.Security.Cryptography;
using Bot.Adapters.Blobs;
using Bot.Domain.Gathering;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>Uploads over a bad line: whole or not at all.</summary>
public sealed class S3LineTests(S3Store store) : IClassFixture<S3Store>, IAsyncLifetime
{
    private const int TwoPartsAndABit = (10 << 20) + 99;
    private static int _tests;

    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = $"line-{Interlocked.Increment(ref _tests)}/";
    private S3Line _line = null!;
    private S3Blobs _blobs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _line = await S3Line.OpenAsync(store.Address);
        var settings = store.Settings(_folder.Path, _prefix);
        settings.Endpoint = _line.Address.ToString();
        _blobs = S3Blobs.Open(settings);
    }

    public async ValueTask DisposeAsync()
    {
        _blobs.Dispose();
        await _line.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(TwoPartsAndABit)]
    public async Task A_line_that_stays_broken_leaves_nothing_and_the_same_content_can_come_again(int length)
    {
        var content = Some(length);
        var key = BlobKey.OfHash(SHA256.HashData(content));
        _line.Instead = context => context.Request.Method == "PUT" && context.Request.Query["partNumber"] is [] or ["2"] ? S3Line.Break(context) : Task.FromResult(false);

        await Assert.ThrowsAnyAsync<Exception>(() => _blobs.StoreAsync(new MemoryStream(content), Cancellation));

        Assert.Empty(await store.ObjectsAsync(_prefix));
        Assert.Empty(_folder.Files());
        Assert.Equal(length > 5 << 20, _line.Asked.Any(a => a.StartsWith("DELETE", StringComparison.Ordinal) && a.Contains("uploadId", StringComparison.Ordinal)));

        _line.Instead = _ => Task.FromResult(false);
        Assert.Equal(new StoredBlob(key, length), await _blobs.StoreAsync(new MemoryStream(content), Cancellation));
        Assert.Single(await store.ObjectsAsync(_prefix));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(TwoPartsAndABit)]
    public async Task A_line_that_breaks_once_is_tried_again(int length)
    {
        var broken = 0;
        _line.Instead = context => context.Request.Method == "PUT" && Interlocked.Increment(ref broken) == 1 ? S3Line.Break(context) : Task.FromResult(false);

        var stored = await _blobs.StoreAsync(new MemoryStream(Some(length)), Cancellation);

        await using var reading = await _blobs.OpenAsync(stored.Key, Cancellation);
        Assert.Equal(stored.Key.Hex, Convert.ToHexStringLower(await SHA256.HashDataAsync(reading!, Cancellation)));
        Assert.True(broken > 1);
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(TwoPartsAndABit)]
    public async Task Bytes_that_change_on_the_way_are_found_out_and_not_kept(int length)
    {
        _line.Changes = request => request.Method == "PUT";

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => _blobs.StoreAsync(new MemoryStream(Some(length)), Cancellation));

        Assert.IsType<IOException>(fault);
        Assert.Empty(await store.ObjectsAsync(_prefix));
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(TwoPartsAndABit)]
    public async Task A_draft_that_changes_on_the_disk_while_it_is_sent_is_not_kept(int length)
    {
        await using var draft = await _blobs.BeginAsync(Cancellation);
        await draft.Content.WriteAsync(Some(length), Cancellation);
        var path = Path.Combine(_folder.Path, _folder.Files().Single());
        _line.Instead = context =>
        {
            // Asked before anything is sent; the last byte is in the last part.
            if (context.Request.Method == "HEAD")
                ChangeLastByte(path);
            return Task.FromResult(false);
        };

        await Assert.ThrowsAsync<IOException>(() => draft.KeepAsync(Cancellation));

        Assert.Empty(await store.ObjectsAsync(_prefix));
    }

    [Fact]
    public async Task What_a_killed_host_sent_in_part_is_dropped_after_a_day_and_what_is_in_work_is_not()
    {
        var now = TimeProvider.System.GetUtcNow();
        var listed = $"""
            <ListMultipartUploadsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Bucket>photos</Bucket><IsTruncated>false</IsTruncated>
            <Upload><Key>{_prefix}aa/bb/old</Key><UploadId>old</UploadId><Initiated>{now.AddHours(-25):yyyy-MM-ddTHH:mm:ss.fffZ}</Initiated></Upload>
            <Upload><Key>{_prefix}aa/bb/new</Key><UploadId>new</UploadId><Initiated>{now.AddHours(-23):yyyy-MM-ddTHH:mm:ss.fffZ}</Initiated></Upload>
            </ListMultipartUploadsResult>
            """;
        _line.Instead = context => context.Request.Query.ContainsKey("uploads") ? S3Line.SayAsync(context, 200, listed)
            : context.Request.Query.ContainsKey("uploadId") ? S3Line.SayAsync(context, 204, "")
            : Task.FromResult(false);

        Assert.Null(await _blobs.TryWritingAsync(Cancellation));

        var dropped = Assert.Single(_line.Asked, a => a.Contains("uploadId", StringComparison.Ordinal));
        Assert.StartsWith("DELETE", dropped, StringComparison.Ordinal);
        Assert.Contains("uploadId=old", dropped, StringComparison.Ordinal);
    }

    private static void ChangeLastByte(string path)
    {
        // The program's own lock keeps other programs off; a bad disk asks nobody.
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.Position = file.Length - 1;
        var last = file.ReadByte();
        file.Position--;
        file.WriteByte((byte)(last ^ 1));
    }

    private static byte[] Some(int length)
    {
        var bytes = new byte[length];
        new Random(11).NextBytes(bytes);
        return bytes;
    }
}
