using System.Buffers.Binary;
using System.Text;

namespace Bot.Adapters.Tests.Photos;

/// <summary>Sample files (tests/Corpus/media) and changes to them.</summary>
internal static class Samples
{
    public static byte[] Of(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "media", name));

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes(
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n98\n%%EOF\n");

    /// <summary>The file with other bytes from the first place where <paramref name="mark"/> stands, plus a way.</summary>
    public static byte[] With(byte[] file, ReadOnlySpan<byte> mark, int skip, ReadOnlySpan<byte> bytes)
    {
        var changed = (byte[])file.Clone();
        bytes.CopyTo(changed.AsSpan(PlaceOf(file, mark) + skip));
        return changed;
    }

    public static int PlaceOf(byte[] file, ReadOnlySpan<byte> mark)
    {
        var at = file.AsSpan().IndexOf(mark);
        return at >= 0 ? at : throw new InvalidOperationException("The sample has no such mark.");
    }

    public static byte[] BigEndian(params uint[] numbers)
    {
        var bytes = new byte[numbers.Length * 4];
        for (var i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i * 4), numbers[i]);
        return bytes;
    }

    /// <summary>A box of an ISO media file.</summary>
    public static byte[] Box(string type, params byte[][] content) =>
        [.. BigEndian((uint)(8 + content.Sum(c => c.Length))), .. Encoding.Latin1.GetBytes(type), .. content.SelectMany(c => c)];
}
