using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Where photos and files are kept.</summary>
internal sealed class BlobOptions
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "Blobs";

    /// <summary>The folder, relative to the one the program was started in; made if it is not there.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "data/blobs";
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class BlobOptionsCheck : IValidateOptions<BlobOptions>;
