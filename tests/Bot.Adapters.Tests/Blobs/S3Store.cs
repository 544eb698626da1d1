using System.Diagnostics;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Bot.Adapters.Blobs;
using Xunit;

namespace Bot.Adapters.Tests.Blobs;

/// <summary>An S3 store of the tests' own: s3rver, an npm package, on a free port with a folder that goes with it.</summary>
public sealed class S3Store : IAsyncLifetime
{
    public const string Bucket = "photos";
    public const string Key = "S3RVER";

    private const string Missing =
        "These tests need an S3 store: install node and npm, then run `npm ci --prefix tests/node` in the repository (tests/run.sh does both).";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("safetymonth-s3");
    private Process? process;
    private AmazonS3Client? client;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The store as its owner sees it.</summary>
    public AmazonS3Client Client => client!;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in (string[])[Program(), "--directory", folder.FullName, "--address", "127.0.0.1", "--port", "0", "--silent"])
            start.ArgumentList.Add(argument);
        try
        {
            process = Process.Start(start) ?? throw new InvalidOperationException(Missing);
        }
        catch (System.ComponentModel.Win32Exception none)
        {
            throw new InvalidOperationException(Missing, none);
        }

        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        Address = new Uri("http://" + await ListeningAsync(process));
        client = new AmazonS3Client(new BasicAWSCredentials(Key, Key), new AmazonS3Config
        {
            ServiceURL = Address.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED, ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
        await client.PutBucketAsync(Bucket);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        folder.Delete(recursive: true);
    }

    /// <summary>The settings of a host that works in a part of the bucket of its own.</summary>
    internal BlobOptions Settings(string folder, string prefix) => new()
    {
        Provider = BlobProvider.S3, Folder = folder, Endpoint = Address.ToString(), Bucket = Bucket, Prefix = prefix,
        AccessKey = Key, SecretKey = Key, PartBytes = 5 << 20, Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Every object under a prefix, the prefix left out, sorted.</summary>
    public async Task<string[]> ObjectsAsync(string prefix)
    {
        var listed = await Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = Bucket, Prefix = prefix });
        return [.. (listed.S3Objects ?? []).Select(o => o.Key[prefix.Length..]).Order(StringComparer.Ordinal)];
    }

    private static string Program()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var found = Path.Combine(above.FullName, "tests", "node", "node_modules", "s3rver", "bin", "s3rver.js");
            if (File.Exists(found))
                return found;
        }

        throw new InvalidOperationException(Missing);
    }

    private static async Task<string> ListeningAsync(Process store)
    {
        const string Says = "listening on ";
        while (await store.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Says, StringComparison.Ordinal) is >= 0 and var at)
                return line[(at + Says.Length)..].Trim();
        }

        throw new InvalidOperationException("The S3 store ended before it listened.");
    }
}
