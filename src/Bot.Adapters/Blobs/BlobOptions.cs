using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Where photos and files are kept.</summary>
internal sealed class BlobOptions : IValidatableObject
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "SafetyMonth:Blobs";

    /// <summary>A folder or an S3-compatible store.</summary>
    public BlobProvider Provider { get; set; } = BlobProvider.Folder;

    /// <summary>
    /// The folder, relative to the one the program was started in; made if it is not there. With S3 it holds only uploads in
    /// work and belongs to this host alone.
    /// </summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "data/blobs";

    /// <summary>Where the S3 store answers, <c>https://host</c> with port if need be; the bucket stands in the path, not in the host.</summary>
    [RegularExpression(@"^(https?://[^\s/?#@]+/?)?$")]
    public string Endpoint { get; set; } = "";

    /// <summary>The region requests are signed for; stores of one's own mostly do not care.</summary>
    [Required, StringLength(60)]
    public string Region { get; set; } = "us-east-1";

    /// <summary>The bucket; it is never made by the program.</summary>
    [RegularExpression("^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?$")]
    public string Bucket { get; set; } = "";

    /// <summary>What every name in the bucket begins with, where it is shared with others: empty, or ends in a slash.</summary>
    [RegularExpression("^([A-Za-z0-9_.-]+/)*$"), StringLength(200)]
    public string Prefix { get; set; } = "";

    /// <summary>The access key's name.</summary>
    [StringLength(200)]
    public string AccessKey { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="AccessKey"/>.</summary>
    public string AccessKeyFile { get; set; } = "";

    /// <summary>Its secret; from the environment (<c>SafetyMonth__Blobs__SecretKey</c>) rather than a settings file.</summary>
    [StringLength(1000)]
    public string SecretKey { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="SecretKey"/>.</summary>
    public string SecretKeyFile { get; set; } = "";

    /// <summary>Bytes sent to S3 in one request and held in memory meanwhile; what is longer goes in parts of this size.</summary>
    [Range(5 << 20, 256 << 20)]
    public int PartBytes { get; set; } = 8 << 20;

    /// <summary>How long one request to S3 may take before it is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The access key's name; null: its file cannot be read.</summary>
    public string? Access() => AccessKeyFile.Length == 0 ? AccessKey : SecretFile.Read(AccessKeyFile);

    /// <summary>The secret; null: its file cannot be read.</summary>
    public string? Secret() => SecretKeyFile.Length == 0 ? SecretKey : SecretFile.Read(SecretKeyFile);

    /// <summary>What one property cannot tell alone.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider != BlobProvider.S3) return [];
        List<ValidationResult> faults = [];
        if (Endpoint.Length == 0) faults.Add(new("Give the address of the S3 store, e.g. https://s3.example.org.", [nameof(Endpoint)]));
        if (Bucket.Length == 0) faults.Add(new("Give the name of a bucket that is there.", [nameof(Bucket)]));
        if (FaultOf(AccessKey, AccessKeyFile, Access()) is { } access) faults.Add(new($"The access key: {access}", [nameof(AccessKey), nameof(AccessKeyFile)]));
        if (FaultOf(SecretKey, SecretKeyFile, Secret()) is { } secret) faults.Add(new($"The secret key: {secret}", [nameof(SecretKey), nameof(SecretKeyFile)]));
        return faults;
    }

    private static string? FaultOf(string given, string file, string? read) => (given.Length, file.Length, read) switch
    {
        (0, 0, _) => "give it, or a file with it.",
        ( > 0, > 0, _) => "give it or a file with it, not both.",
        (_, _, null or "") => "its file cannot be read, or is empty.",
        _ => read.Any(c => c is <= ' ' or > '~') ? "it has a character no key has." : null,
    };
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class BlobOptionsCheck : IValidateOptions<BlobOptions>;
