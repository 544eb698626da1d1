using System.Globalization;
using Bot.Domain.Gathering;

namespace Bot.Domain.GroupWords;

/// <summary>What a pressed button says.</summary>
public abstract record Press
{
    private Press() { }

    /// <summary>The submission is of this unit (its place in the official order), says the sender.</summary>
    public sealed record OfUnit(SubmissionId Submission, int Unit) : Press;

    /// <summary>The sender of the submission is liaison of this unit, says an admin.</summary>
    public sealed record Claim(SubmissionId Submission, int Unit) : Press;

    /// <summary>The submission belongs to this campaign (its place among the group's), says the sender.</summary>
    public sealed record OfCampaign(SubmissionId Submission, int Campaign) : Press;

    /// <summary>An answer to a remark; the data is read where answers are.</summary>
    public sealed record Answer(string Given) : Press;

    /// <summary>The button's data for it.</summary>
    public string Data => this switch
    {
        OfUnit p => Join("unit", p.Submission, p.Unit),
        Claim p => Join("claim", p.Submission, p.Unit),
        OfCampaign p => Join("camp", p.Submission, p.Campaign),
        Answer p => p.Given,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Reads a button's data; what is none of ours is an answer.</summary>
    public static Press Read(string data)
    {
        var parts = data.Split(':');
        if (parts.Length == 3 && Guid.TryParseExact(parts[1], "N", out var id) && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            switch (parts[0])
            {
                case "unit": return new OfUnit(new SubmissionId(id), at);
                case "claim": return new Claim(new SubmissionId(id), at);
                case "camp": return new OfCampaign(new SubmissionId(id), at);
            }
        }

        return new Answer(data);
    }

    private static string Join(string word, SubmissionId id, int at) => FormattableString.Invariant($"{word}:{id.Value:N}:{at}");
}
