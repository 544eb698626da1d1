using System.Buffers.Binary;
using Bot.Adapters.Tests.Blobs;
using Bot.Host.Simulation;
using Xunit;

namespace Bot.Host.Tests.Files;

/// <summary>The program killed while a photo goes to the S3 store.</summary>
public sealed class KilledUploadTests(S3Store store) : IClassFixture<S3Store>
{
    [Theory]
    [InlineData(1 << 10)]
    [InlineData(7 << 20)]
    public async Task A_program_killed_in_the_middle_of_an_upload_leaves_no_half_photo_and_the_next_one_takes_it(int length)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-kill");
        await using var line = await S3Line.OpenAsync(store.Address);
        string[] settings = [.. BlobSettingsTests.Settings(line.Address), $"--SafetyMonth:Blobs:Prefix=killed-{length}/"];
        var photo = Photo(length);

        using (var program = await ChildProgram.StartAsync(folder.FullName, settings))
        {
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            var reached = new TaskCompletionSource();
            line.Instead = async context =>
            {
                if (context.Request.Method != "PUT" || context.Request.Query["partNumber"] is ["1"]) return false;
                reached.TrySetResult();
                await context.RequestAborted.WhenCancelledAsync();
                return true;
            };
            var uploading = page.UploadAsync("现场.jpg", photo);
            await reached.Task;
            await program.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => uploading);
        }

        Assert.Empty(await store.ObjectsAsync($"killed-{length}/"));
        line.Instead = _ => Task.FromResult(false);
        using (var program = await ChildProgram.StartAsync(folder.FullName, settings))
        {
            Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder.FullName, "blobs"), "*", SearchOption.AllDirectories));
            using var page = new PageClient(program.Address);
            await page.PickAsync("丰乐社区安全员");
            var (status, _) = await page.UploadAsync("现场.jpg", photo);
            Assert.Equal(System.Net.HttpStatusCode.OK, status);
            await program.KillAsync();
        }

        Assert.Single(await store.ObjectsAsync($"killed-{length}/"));
        folder.Delete(recursive: true);
    }

    // A photo with remarks in its head, as long as asked for.
    private static byte[] Photo(int length)
    {
        var plain = RehearsalPhoto.Of(1);
        var remark = new byte[65_535];
        remark[0] = 0xFF;
        remark[1] = 0xFE;
        BinaryPrimitives.WriteUInt16BigEndian(remark.AsSpan(2), 65_533);
        return [.. plain[..2], .. Enumerable.Range(0, length / remark.Length).SelectMany(_ => remark), .. plain[2..]];
    }
}
