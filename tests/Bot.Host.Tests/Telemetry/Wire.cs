using System.Text;

namespace Bot.Host.Tests.Telemetry;

/// <summary>As much of protocol buffers as is needed to look into an OTLP request.</summary>
internal static class Wire
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int BrokenPoint = 4;
    private const int WholePoint = 6;

    /// <summary>The newest value of every counter and gauge of the program, by name; several points of one are summed.</summary>
    public static Dictionary<string, double> Figures(IEnumerable<byte[]> requests)
    {
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var request in requests)
        {
            foreach (var metric in Under(request, 1, 2, 2))
            {
                var name = Encoding.UTF8.GetString(Under(metric, 1).Single());
                var points = Under(metric, 5, 1).Concat(Under(metric, 7, 1)).SelectMany(Fields).Where(f => f.Number is WholePoint or BrokenPoint).Select(Point).ToList();
                if (points.Count > 0) figures[name] = points.Sum();
            }
        }

        return figures;
    }

    /// <summary>The names of all spans.</summary>
    public static IReadOnlyList<string> Spans(IEnumerable<byte[]> requests) => [.. requests.SelectMany(r => Under(r, 1, 2, 2)).SelectMany(span => Under(span, 5)).Select(Encoding.UTF8.GetString)];

    private static double Point((int Number, int Kind, long Value, byte[] Content) field) => field.Number == WholePoint ? field.Value : BitConverter.Int64BitsToDouble(field.Value);

    private static IEnumerable<byte[]> Under(byte[] message, params int[] path) => path.Aggregate(
        (IEnumerable<byte[]>)[message], (messages, number) => messages.SelectMany(Fields).Where(f => f.Number == number && f.Kind == Bytes).Select(f => f.Content));

    private static IEnumerable<(int Number, int Kind, long Value, byte[] Content)> Fields(byte[] message)
    {
        for (var at = 0; at < message.Length;)
        {
            var key = Read(message, ref at);
            var (number, kind) = ((int)(key >> 3), (int)(key & 7));
            var length = kind switch { Varint => 0, Fixed64 => 8, Bytes => (int)Read(message, ref at), _ => 4 };
            var value = kind switch { Varint => Read(message, ref at), Fixed64 => BitConverter.ToInt64(message, at), _ => 0 };
            yield return (number, kind, value, message[at..(at + length)]);
            at += length;
        }
    }

    private static long Read(byte[] message, ref int at)
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = message[at++];
            value |= (long)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
