using System.Text;
using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>
/// Microsoft's compound file is never taken; only the reason differs: newer Office wraps a document with a password into
/// one, under a name that MS-OFFCRYPTO 2.3.4.4 gives.
/// </summary>
internal static class CompoundInspection
{
    private static readonly byte[] PackageName = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Looks at the file.</summary>
    public static Inspection Inspect(MediaBytes file)
    {
        for (var at = 0L; at < file.Length; at += MediaBytes.WindowBytes - PackageName.Length)
        {
            if (file.Span(at, (int)Math.Min(MediaBytes.WindowBytes, file.Length - at)).IndexOf(PackageName) >= 0)
                return new Inspection.Refuse(IntakeRefusals.Encrypted);
        }

        return new Inspection.Refuse(IntakeRefusals.OldOffice);
    }
}
