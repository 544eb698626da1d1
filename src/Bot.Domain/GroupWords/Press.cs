using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Bot.Domain.Dues;
using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Returns;

namespace Bot.Domain.GroupWords;

/// <summary>What a pressed button says.</summary>
public abstract record Press
{
    private static readonly long LatestInstant = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    private Press() { }

    /// <summary>The submission is of this unit, says the sender.</summary>
    public sealed record OfUnit(SubmissionId Submission, UnitId Unit) : Press;

    /// <summary>The sender of the submission is liaison of this unit, says an admin.</summary>
    public sealed record Claim(SubmissionId Submission, UnitId Unit) : Press;

    /// <summary>The submission belongs to this campaign (its place among the group's), says the sender.</summary>
    public sealed record OfCampaign(SubmissionId Submission, int Campaign) : Press;

    /// <summary>The submission makes up for this older due, says the sender.</summary>
    public sealed record CountFor(SubmissionId Submission, DueId Due) : Press;

    /// <summary>An admin agrees that what was asked for in a message (请假) is excused; the due is the nearest of those meant.</summary>
    public sealed record Agree(MessageId Request, DueId Due) : Press;

    /// <summary>An admin does not agree.</summary>
    public sealed record Decline(MessageId Request, DueId Due) : Press;

    /// <summary>What was excused of a unit at an instant is asked for again.</summary>
    public sealed record Reopen(UnitId Unit, DateTimeOffset ExcusedAt) : Press;

    /// <summary>The return, and what was offered with it, is right, says somebody of the unit.</summary>
    public sealed record Confirm(ReturnId Return) : Press;

    /// <summary>An answer to a remark; the data is read where answers are.</summary>
    public sealed record Answer(string Given) : Press;

    /// <summary>The button's data for it.</summary>
    public string Data => this switch
    {
        OfUnit p => $"unit:{Short(p.Submission.Value)}:{Short(p.Unit.Value)}",
        Claim p => $"claim:{Short(p.Submission.Value)}:{Short(p.Unit.Value)}",
        OfCampaign p => FormattableString.Invariant($"camp:{Short(p.Submission.Value)}:{p.Campaign}"),
        CountFor p => $"due:{Short(p.Submission.Value)}:{Short(p.Due.Value)}",
        Agree p => $"agree:{Short(p.Request.Value)}:{Short(p.Due.Value)}",
        Decline p => $"decline:{Short(p.Request.Value)}:{Short(p.Due.Value)}",
        Reopen p => FormattableString.Invariant($"reopen:{Short(p.Unit.Value)}:{p.ExcusedAt.ToUnixTimeMilliseconds()}"),
        Confirm p => $"return:{Short(p.Return.Value)}:ok",
        Answer p => p.Given,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads a button's data; what is none of ours is an answer.</summary>
    public static Press Read(string data)
    {
        var parts = data.Split(':');
        if (parts.Length != 3 || Long(parts[1]) is not { } id) return new Answer(data);
        var submission = new SubmissionId(id);
        return parts[0] switch
        {
            "unit" when Long(parts[2]) is { } unit => new OfUnit(submission, new UnitId(unit)),
            "claim" when Long(parts[2]) is { } unit => new Claim(submission, new UnitId(unit)),
            "due" when Long(parts[2]) is { } due => new CountFor(submission, new DueId(due)),
            "camp" when int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at) => new OfCampaign(submission, at),
            "agree" when Long(parts[2]) is { } due => new Agree(new MessageId(id), new DueId(due)),
            "decline" when Long(parts[2]) is { } due => new Decline(new MessageId(id), new DueId(due)),
            "reopen" when long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= LatestInstant =>
                new Reopen(new UnitId(id), DateTimeOffset.FromUnixTimeMilliseconds(at)),
            "return" when parts[2] == "ok" => new Confirm(new ReturnId(id)),
            _ => new Answer(data),
        };
    }

    // 22 letters instead of 32 digits: two ids have to fit into 64 bytes.
    private static string Short(Guid id) => Base64Url.EncodeToString(id.ToByteArray());

    private static Guid? Long(string letters)
    {
        Span<byte> bytes = stackalloc byte[16];
        return letters.Length == 22 && Base64Url.IsValid(letters) && Base64Url.TryDecodeFromUtf8(Encoding.ASCII.GetBytes(letters), bytes, out var written) && written == 16
            ? new Guid(bytes) : null;
    }
}
