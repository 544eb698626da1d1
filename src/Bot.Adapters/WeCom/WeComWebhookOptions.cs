using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Bot.Adapters.WeCom;

/// <summary>A group's message-push robot (消息推送), in <c>SafetyMonth:WeCom:Webhooks:0</c> and so on.</summary>
internal sealed partial class WeComWebhookOptions
{
    /// <summary>The group's name in the console of this program; empty: the only WeCom group there is.</summary>
    public string Group { get; set; } = "";

    /// <summary>The key of its address, or the whole address as WeCom shows it. Whoever has it can write into the group.</summary>
    public string Key { get; set; } = "";

    /// <summary>A file that holds it, in place of <see cref="Key"/>.</summary>
    public string KeyFile { get; set; } = "";

    /// <summary>The key alone; null: there is none.</summary>
    internal string? Secret()
    {
        var given = WeComOptions.Secret(Key, KeyFile);
        var at = given?.IndexOf("key=", StringComparison.Ordinal) ?? -1;
        var key = at < 0 ? given : given![(at + 4)..].Split('&')[0];
        return key is { Length: > 0 } && Shape().IsMatch(key) ? key : null;
    }

    internal IEnumerable<ValidationResult> Faults()
    {
        if (Secret() is null) yield return WeComOptions.Fault("Webhooks", "a group's robot needs Key (its address as WeCom shows it), or KeyFile with a file that can be read; not both.");
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{8,100}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape();
}
