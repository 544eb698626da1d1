namespace Bot.Adapters.Tests.Blobs;

/// <summary>A sender's line: gives some bytes, then breaks, as a closed browser does.</summary>
internal sealed class BrokenStream(byte[] sent) : MemoryStream(sent)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await base.ReadAsync(buffer, cancellationToken);
        return read > 0 ? read : throw new IOException("The client closed the connection.");
    }

    public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
    {
        destination.Write(ToArray());
        throw new IOException("The client closed the connection.");
    }
}
