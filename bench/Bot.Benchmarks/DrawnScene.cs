using System.Globalization;
using System.Text;

namespace Bot.Benchmarks;

/// <summary>
/// Drawn pictures that stand for photos of activities, to measure how well photos that look alike are found: a wall, a floor, a
/// banner, people, noise. Shots of one event share the room and the banner; the people have moved and the camera a little.
/// </summary>
internal static class DrawnScene
{
    /// <summary>Their width.</summary>
    public const int Width = 640;

    /// <summary>Their height.</summary>
    public const int Height = 480;

    /// <summary>A picture as PPM.</summary>
    /// <param name="place">Which event: room, light and banner.</param>
    /// <param name="shot">Which shot of it.</param>
    public static byte[] Ppm(int place, int shot)
    {
        var pixels = new byte[Width * Height * 3];
        var room = new Random(place * 7919 + 17);
        var moment = new Random(place * 104_729 + shot * 1_299_709 + 5);
        var (wall, floor) = (Colour(room), Colour(room));
        var horizon = room.Next(Height / 3, Height * 3 / 4);
        var (tiltX, tiltY) = (room.NextDouble() - 0.5, room.NextDouble() - 0.5);
        var (shiftX, shiftY) = (moment.Next(-40, 41), moment.Next(-25, 26));
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var light = 1 + (tiltX * (x - Width / 2.0) / Width) + (tiltY * (y - Height / 2.0) / Height);
                Set(pixels, x, y, y - shiftY < horizon ? wall : floor, light);
            }
        }

        for (var i = room.Next(3, 9); i > 0; i--)
            Box(pixels, room.Next(Width) + shiftX, room.Next(horizon) + shiftY, room.Next(30, 160), room.Next(30, 140), Colour(room));
        var top = room.Next(10, 120) + shiftY;
        Box(pixels, room.Next(20, 120) + shiftX, top, room.Next(300, 480), room.Next(40, 80), (200, 20, 20));
        for (var i = moment.Next(2, 14); i > 0; i--)
            Person(pixels, moment.Next(Width), horizon + moment.Next(-60, 120), moment.Next(40, 120), Colour(moment), moment);
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(pixels[i] + moment.Next(-6, 7), 0, 255);
        return [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P6\n{Width} {Height}\n255\n")), .. pixels];
    }

    private static (int R, int G, int B) Colour(Random random) => (random.Next(20, 236), random.Next(20, 236), random.Next(20, 236));

    private static void Person(byte[] pixels, int x, int y, int high, (int R, int G, int B) coat, Random random)
    {
        Box(pixels, x - high / 5, y - high / 2, high * 2 / 5, high, coat);
        Box(pixels, x - high / 9, y - high * 3 / 4, high * 2 / 9, high / 4, (random.Next(150, 230), random.Next(110, 180), 110));
    }

    private static void Box(byte[] pixels, int left, int top, int wide, int high, (int R, int G, int B) colour)
    {
        for (var y = Math.Max(0, top); y < Math.Min(Height, top + high); y++)
        {
            for (var x = Math.Max(0, left); x < Math.Min(Width, left + wide); x++)
                Set(pixels, x, y, colour, 1);
        }
    }

    private static void Set(byte[] pixels, int x, int y, (int R, int G, int B) colour, double light)
    {
        var at = (y * Width + x) * 3;
        pixels[at] = (byte)Math.Clamp(colour.R * light, 0, 255);
        pixels[at + 1] = (byte)Math.Clamp(colour.G * light, 0, 255);
        pixels[at + 2] = (byte)Math.Clamp(colour.B * light, 0, 255);
    }
}
