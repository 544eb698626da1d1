using System.Security.Cryptography;
using System.Text;
using Bot.Adapters.Blobs;
using Bot.Domain.Campaigns;
using Bot.Domain.Organisation;

namespace Bot.Adapters.Access;

/// <summary>
/// Addresses of calendars. Calendar programs cannot sign in, so the address itself is the key: a keyed hash of office and
/// campaign, the same for everybody and for good. The key lies with the session keys; without it all addresses end.
/// </summary>
/// <param name="keyFile">Where the key is kept; made when it is first needed.</param>
internal sealed class CalendarLinks(string keyFile)
{
    private const int KeyBytes = 32;
    private const int SealBytes = 20;

    private readonly Lazy<byte[]> key = new(() => Key(keyFile));

    /// <summary>The path of a campaign's calendar.</summary>
    public string Path(OfficeId office, CampaignId campaign) => $"/calendars/{office.Value:n}/{Uri.EscapeDataString(campaign.Value)}/{Seal(office, campaign)}.ics";

    /// <summary>Whether an address is one of ours.</summary>
    public bool Opens(OfficeId office, CampaignId campaign, string seal) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Seal(office, campaign)), Encoding.UTF8.GetBytes(seal));

    private string Seal(OfficeId office, CampaignId campaign)
    {
        var what = Encoding.UTF8.GetBytes($"calendar\n{office.Value:n}\n{campaign.Value}");
        return Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, what).AsSpan(0, SealBytes));
    }

    // Two programs may start on one folder at once: whoever comes second takes the other's key.
    private static byte[] Key(string file)
    {
        OwnFolder.Make(System.IO.Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            var draft = $"{file}.{System.IO.Path.GetRandomFileName()}";
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using (var stream = new FileStream(draft, options))
            {
                stream.Write(RandomNumberGenerator.GetBytes(KeyBytes));
                stream.Flush(flushToDisk: true);
            }

            try
            {
                File.Move(draft, file, overwrite: false);
                OwnFolder.Sync(System.IO.Path.GetDirectoryName(file)!);
            }
            catch (IOException) when (File.Exists(file))
            {
                File.Delete(draft);
            }
        }

        var known = File.ReadAllBytes(file);
        return known.Length == KeyBytes ? known : throw new InvalidOperationException($"The calendar key is damaged; remove {System.IO.Path.GetFileName(file)} from the keys folder to make a new one.");
    }
}
