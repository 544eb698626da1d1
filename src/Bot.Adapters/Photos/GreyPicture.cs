using System.Globalization;
using System.Text;

namespace Bot.Adapters.Photos;

/// <summary>A small picture as the picture program hands it over: PGM, or PPM where it kept the colours.</summary>
internal static class GreyPicture
{
    /// <summary>Its points as grey, row by row; null: it is none of the size asked for.</summary>
    public static byte[]? Read(ReadOnlySpan<byte> file)
    {
        if (file.Length < 3 || file[0] != 'P' || file[1] is not ((byte)'5' or (byte)'6'))
            return null;
        var colours = file[1] == '6' ? 3 : 1;
        var at = 2;
        Span<int> head = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            if (!Number(file, ref at, out head[i]))
                return null;
        }

        at++;
        var points = PhotoPrint.Side * PhotoPrint.Side;
        if (head[0] != PhotoPrint.Side || head[1] != PhotoPrint.Side || head[2] != 255 || file.Length - at < points * colours)
            return null;
        var body = file[at..];
        if (colours == 1)
            return body[..points].ToArray();
        var grey = new byte[points];
        for (var i = 0; i < points; i++)
            grey[i] = (byte)((body[3 * i] * 299 + body[3 * i + 1] * 587 + body[3 * i + 2] * 114) / 1000);
        return grey;
    }

    private static bool Number(ReadOnlySpan<byte> file, ref int at, out int number)
    {
        while (at < file.Length && (char.IsWhiteSpace((char)file[at]) || file[at] == '#'))
        {
            // A remark ends with its line.
            if (file[at] == '#')
            {
                while (at < file.Length && file[at] != '\n')
                    at++;
            }
            else
            {
                at++;
            }
        }

        var from = at;
        while (at < file.Length && char.IsAsciiDigit((char)file[at]))
            at++;
        return int.TryParse(Encoding.ASCII.GetString(file[from..at]), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
