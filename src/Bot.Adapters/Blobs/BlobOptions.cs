using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Where photos and files are kept.</summary>
internal sealed class BlobOptions
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "Blobs";

    /// <summary>The folder; made if it is not there. The host turns it into an absolute one.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "data/blobs";
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class BlobOptionsCheck : IValidateOptions<BlobOptions>;
