using System.Text;

namespace Bot.Adapters.Imports;

/// <summary>A saved text file, line by line: UTF-8, UTF-16, or a Chinese Windows' own GB 18030, with a mark or without.</summary>
internal static class LogText
{
    /// <summary>The longest line taken, in UTF-16 units; what is longer is cut there into lines of its own.</summary>
    public const int LongestLine = 64 << 10;

    private const int Probe = 64 << 10;

    /// <summary>What its bytes are written in; null: it is no text.</summary>
    public static async Task<Encoding?> EncodingOfAsync(string file, CancellationToken cancel)
    {
        var head = new byte[Probe];
        await using var stream = Open(file);
        var read = await stream.ReadAtLeastAsync(head, Probe, throwOnEndOfStream: false, cancel);
        if (Marked(head.AsSpan(0, read)) is { } marked) return marked;
        if (head.AsSpan(0, read).Contains((byte)0)) return Wide(head.AsSpan(0, read));
        var isUtf8 = new Utf8Check();
        if (!isUtf8.Goes(head.AsSpan(0, read))) return Gb18030;
        while ((read = await stream.ReadAsync(head, cancel)) > 0)
        {
            if (!isUtf8.Goes(head.AsSpan(0, read))) return Gb18030;
        }

        return new UTF8Encoding(false);
    }

    /// <summary>Its lines with their numbers, from 1.</summary>
    public static async IAsyncEnumerable<(long Number, string Line)> LinesAsync(
        string file, Encoding encoding, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var stream = Open(file);
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 64 << 10);
        var line = new StringBuilder();
        var buffer = new char[16 << 10];
        var (number, last) = (1L, '\0');
        while (await reader.ReadAsync(buffer.AsMemory(), cancel) is > 0 and var read)
        {
            for (var i = 0; i < read; i++)
            {
                var c = buffer[i];
                if (c is '\r' or '\n')
                {
                    if (c == '\n' && last == '\r')
                    {
                        last = c;
                        continue;
                    }

                    yield return (number++, line.ToString());
                    line.Clear();
                }
                else
                {
                    if (line.Length >= LongestLine)
                    {
                        yield return (number, line.ToString());
                        line.Clear();
                    }

                    if (c is not ('\u200E' or '\u200F' or '\u200B' or '\uFEFF' or '\0')) line.Append(c); // marks that programs put around names
                }

                last = c;
            }
        }

        if (line.Length > 0) yield return (number, line.ToString());
    }

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static Encoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(false),
        _ => null,
    };

    // Without a mark: digits, spaces and line ends have their zero before or behind.
    private static Encoding? Wide(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        if (odd > even * 8) return Encoding.Unicode;
        return even > odd * 8 ? Encoding.BigEndianUnicode : null;
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.Read, 64 << 10, FileOptions.Asynchronous | FileOptions.SequentialScan);

    // A character may be cut in two between blocks.
    private sealed class Utf8Check
    {
        private readonly Decoder decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
        private readonly char[] room = new char[Probe + 16];

        public bool Goes(ReadOnlySpan<byte> bytes)
        {
            try
            {
                decoder.GetChars(bytes, room, flush: false);
                return true;
            }
            catch (DecoderFallbackException)
            {
                return false;
            }
        }
    }
}
