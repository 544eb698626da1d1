using System.Diagnostics;
using System.Text;
using Bot.Adapters.Campaigns;
using Xunit;

namespace Bot.Adapters.Tests.Campaigns;

public class HostileCampaignTests
{
    private static readonly byte[] Baita = ShippedCampaigns.Content("baita-2024")!;

    public static TheoryData<string, byte[], string> Files => new()
    {
        { "empty", [], "found nothing, expected a campaign" },
        { "only a comment", Bytes("# nothing\n"), "found nothing, expected a campaign" },
        { "ten megabytes", Bytes(new string('a', 10 << 20)), "found 10485760 bytes, expected at most 1048576" },
        { "an anchor bomb", Bytes(Bomb()), "found an anchor (&), expected a plain value" },
        { "a picture", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 0x4A, 0x46, 0x49, 0x46, 0], "found bytes that are no UTF-8, expected a text file in UTF-8" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id: a")).ToArray(), "found bytes that are no UTF-8, expected a text file in UTF-8" },
        { "GB18030", [.. "title: "u8, 0xB0, 0xD7, 0xCB, 0xFE], "found bytes that are no UTF-8, expected a text file in UTF-8" },
        { "zeros", new byte[1000], "found the control character U+0000, expected text" },
        { "opening brackets", Bytes(new string('[', 500_000)), "found nesting without end, expected a campaign file" },
        { "opening braces", Bytes(string.Concat(Enumerable.Repeat("{a: ", 200_000))), "found nesting without end, expected a campaign file" },
        { "dashes", Bytes(string.Concat(Enumerable.Repeat("- ", 400_000))), "found nesting without end, expected a campaign file" },
        { "values without end", Bytes($"[{string.Concat(Enumerable.Repeat("a,", 400_000))}]"), "found too many values, expected a campaign file" },
        { "JSON lines", Bytes("{\"id\":1}\n{\"id\":2}\n"), "found YAML that cannot be read" },
        { "a list", Bytes("- id: hill\n"), "found a list, expected the keys id, title, subject, year, period, obligations, forms" },
        { "a text", Bytes("安全生产月"), "found \"安全生产月\", expected the keys id, title, subject, year, period, obligations, forms" },
        { "a list as a key", Bytes("? [a]\n: b\n"), "found a list as a key, expected a word" },
        { "a directive", Bytes("%TAG ! tag:x,2000:\n---\nid: !a b\n"), "found a tag (!), expected a plain value" },
    };

    [Theory, MemberData(nameof(Files))]
    public void A_hostile_file_gives_one_clear_fault_quickly(string name, byte[] content, string expected)
    {
        var watch = Stopwatch.StartNew();

        var fault = Assert.Single(Assert.IsType<CampaignFile.Broken>(CampaignYaml.Read(content, "hostile.yaml")).Faults);

        Assert.Contains(expected, fault.ToString(), StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{name} took {watch.Elapsed}");
    }

    [Fact]
    public void A_damaged_file_never_throws()
    {
        var random = new Random(20240613);
        var marks = "[]{}:,-?&*!|>'\"%@`# \t\n~0\u00A0\uFFFD"u8.ToArray();
        var broken = 0;
        for (var round = 0; round < 1500; round++)
        {
            var damaged = Baita.ToArray();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
                damaged[random.Next(damaged.Length)] = marks[random.Next(marks.Length)];
            if (random.Next(4) == 0)
                damaged = damaged[..random.Next(damaged.Length)];

            broken += CampaignYaml.Read(damaged, "damaged.yaml").Match(_ => 0, faults => faults.Count > 0 ? 1 : throw new InvalidOperationException("broken without a fault"));
        }

        Assert.InRange(broken, 750, 1500);
    }

    [Fact]
    public void A_file_with_windows_line_ends_and_byte_order_mark_is_taken()
    {
        var text = Encoding.UTF8.GetString(Baita).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.IsType<CampaignFile.Loaded>(CampaignYaml.Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "baita.yaml"));
    }

    [Fact]
    public void A_file_of_the_disk_is_found_from_the_callers_folder()
    {
        var folder = Directory.CreateTempSubdirectory("campaigns");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "own.yaml"), Baita);

            Assert.IsType<CampaignFile.Loaded>(ShippedCampaigns.OpenOrFile("own.yaml", folder.FullName));
            Assert.IsType<CampaignFile.Loaded>(ShippedCampaigns.OpenOrFile("changzhou-2022", folder.FullName));
            Assert.Contains("found no such file, expected a campaign file", Fault(ShippedCampaigns.OpenOrFile("other.yaml", folder.FullName)), StringComparison.Ordinal);
            Assert.Contains("found no such file, expected a campaign file", Fault(ShippedCampaigns.OpenOrFile("no/such/folder.yaml", folder.FullName)), StringComparison.Ordinal);
            Assert.Contains("a file that cannot be opened", Fault(CampaignYaml.Open(folder.FullName)), StringComparison.Ordinal);
            Assert.Contains("found the unknown name \"own\"", Fault(ShippedCampaigns.OpenOrFile("own", folder.FullName)), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Fault(CampaignFile file) => Assert.Single(Assert.IsType<CampaignFile.Broken>(file).Faults).ToString();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Bomb()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var level = 1; level < 20; level++)
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
        return bomb.ToString();
    }
}
