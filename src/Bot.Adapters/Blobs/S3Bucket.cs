using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Blobs;

/// <summary>
/// The bucket and how it is spoken to: its name in the path, no checksums and no chunked bodies beyond what every
/// S3-compatible store knows. Objects are named as in the folder, <c>ab/cd/&lt;sha256&gt;</c>, so that one can be copied to the other.
/// </summary>
internal sealed class S3Bucket : IDisposable
{
    private readonly string _prefix;

    /// <summary>Speaks to nobody yet.</summary>
    public S3Bucket(BlobOptions options)
    {
        _prefix = options.Prefix;
        Name = options.Bucket;
        Endpoint = options.Endpoint;
        Client = new AmazonS3Client(new BasicAWSCredentials(options.Access(), options.Secret()), new AmazonS3Config
        {
            ServiceURL = options.Endpoint,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            // The content goes where the operator said.
            AllowAutoRedirect = false,
            IgnoreConfiguredEndpointUrls = true,
            Timeout = options.Timeout,
            ConnectTimeout = TimeSpan.FromSeconds(Math.Min(5, options.Timeout.TotalSeconds)),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 3,
        });
    }

    /// <summary>For the requests that are not here.</summary>
    public AmazonS3Client Client { get; }

    /// <summary>The bucket's name.</summary>
    public string Name { get; }

    /// <summary>Where it is.</summary>
    public string Endpoint { get; }

    /// <summary>The name of that content's object.</summary>
    public string NameOf(BlobKey key)
    {
        var hex = key.Hex;
        return Named($"{hex[..2]}/{hex[2..4]}/{hex}");
    }

    /// <summary>A name under this program's prefix.</summary>
    public string Named(string name) => _prefix + name;

    /// <summary>How long the object is; null: it is not there.</summary>
    public async Task<long?> LengthAsync(BlobKey key, CancellationToken cancellation)
    {
        try
        {
            return (await Client.GetObjectMetadataAsync(Name, NameOf(key), cancellation)).ContentLength;
        }
        catch (AmazonS3Exception gone) when (IsGone(gone))
        {
            return null;
        }
    }

    /// <summary>The object from a byte on, as it arrives; null: it is not there.</summary>
    public async Task<GetObjectResponse?> GetAsync(BlobKey key, long from, CancellationToken cancellation)
    {
        var request = new GetObjectRequest { BucketName = Name, Key = NameOf(key) };
        if (from > 0)
            request.ByteRange = new ByteRange(FormattableString.Invariant($"bytes={from}-"));
        try
        {
            return await Client.GetObjectAsync(request, cancellation);
        }
        catch (AmazonS3Exception gone) when (IsGone(gone))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Client.Dispose();

    // Without the bucket everything would seem not to be there; that is a fault, not an answer.
    private static bool IsGone(AmazonS3Exception answer) =>
        answer.StatusCode == System.Net.HttpStatusCode.NotFound && answer.ErrorCode != "NoSuchBucket";
}
