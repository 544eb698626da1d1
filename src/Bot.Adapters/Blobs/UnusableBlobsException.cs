namespace Bot.Adapters.Blobs;

/// <summary>The program cannot start, because photos and files could not be kept.</summary>
/// <param name="fault">Why.</param>
internal sealed class UnusableBlobsException(BlobFault fault) : Exception(fault.Sentence)
{
    /// <summary>Whether starting again later may help.</summary>
    public bool MayPass => fault.MayPass;
}
