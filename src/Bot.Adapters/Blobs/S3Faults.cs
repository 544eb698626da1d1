using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;

namespace Bot.Adapters.Blobs;

/// <summary>What a store's answer, or its silence, means for an operator.</summary>
internal static class S3Faults
{
    /// <summary>Null: it is no fault of the store.</summary>
    public static BlobFault? Of(Exception fault, S3Bucket bucket, CancellationToken cancellation) => fault switch
    {
        OperationCanceledException when cancellation.IsCancellationRequested => null,
        AmazonS3Exception answer when (int)answer.StatusCode >= 100 => Of(answer, bucket),
        AmazonClientException or HttpRequestException or SocketException or OperationCanceledException or TimeoutException or IOException => new(
            $"The S3 store at {bucket.Endpoint} cannot be reached ({Innermost(fault).Message}). Start it, or correct SafetyMonth:Blobs:Endpoint.",
            MayPass: true),
        _ => null,
    };

    /// <summary>What answers there is something else.</summary>
    public static BlobFault NoStore(S3Bucket bucket, string? answered = null) => new(
        $"{bucket.Endpoint} does not answer as an S3 store does{(answered is null ? "" : $" ({answered})")}. Correct SafetyMonth:Blobs:Endpoint.", MayPass: false);

    private static BlobFault Of(AmazonS3Exception answer, S3Bucket bucket) => (answer.ErrorCode, answer.StatusCode) switch
    {
        ("NoSuchBucket", _) or (_, HttpStatusCode.NotFound) => new(
            $"There is no bucket \"{bucket.Name}\" at {bucket.Endpoint}. Make it, or correct SafetyMonth:Blobs:Bucket.", MayPass: false),
        ("InvalidAccessKeyId", _) => new(
            $"The S3 store at {bucket.Endpoint} does not know the access key. Correct SafetyMonth:Blobs:AccessKey or AccessKeyFile.", MayPass: false),
        ("SignatureDoesNotMatch", _) => new(
            $"The S3 store at {bucket.Endpoint} refuses the secret key. Correct SafetyMonth:Blobs:SecretKey or SecretKeyFile.", MayPass: false),
        ("RequestTimeTooSkewed", _) => new(
            $"This machine's clock and that of the S3 store at {bucket.Endpoint} are too far apart. Set the clock.", MayPass: false),
        ("AuthorizationHeaderMalformed" or "PermanentRedirect" or "IllegalLocationConstraintException", _) or (_, HttpStatusCode.MovedPermanently) => new(
            $"The bucket \"{bucket.Name}\" is of another region. Correct SafetyMonth:Blobs:Region and Endpoint.", MayPass: false),
        (_, HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized) => new(
            $"The S3 store at {bucket.Endpoint} does not let this key into the bucket \"{bucket.Name}\". Allow it to list, read, write and delete there, or correct SafetyMonth:Blobs:AccessKey and SecretKey.",
            MayPass: false),
        (_, >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests) => new(
            $"The S3 store at {bucket.Endpoint} does not work at present ({(int)answer.StatusCode} {answer.ErrorCode}). See to it, or wait.", MayPass: true),
        _ => NoStore(bucket, $"{(int)answer.StatusCode} {answer.ErrorCode}"),
    };

    private static Exception Innermost(Exception fault) => fault.InnerException is { } inner ? Innermost(inner) : fault;
}
