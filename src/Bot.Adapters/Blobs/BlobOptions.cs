using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Adapters.Blobs;

/// <summary>Where photos and files are kept.</summary>
internal sealed class BlobOptions
{
    /// <summary>The section these are read from.</summary>
    public const string Section = "Blobs";

    /// <summary>The folder, relative to the one the program was started in; made if it is not there. Empty: <c>blobs</c> in the data folder.</summary>
    [StringLength(4096)]
    public string Folder { get; set; } = "";
}

/// <summary>Checks them at start.</summary>
[OptionsValidator]
internal sealed partial class BlobOptionsCheck : IValidateOptions<BlobOptions>;
