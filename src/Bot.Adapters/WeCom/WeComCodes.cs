using Bot.Domain.Messages;

namespace Bot.Adapters.WeCom;

/// <summary>What WeCom's error codes mean for what was to be sent (documents 90313, 101463). Only codes count: the words change.</summary>
internal static class WeComCodes
{
    /// <summary>Too often; lifted by itself.</summary>
    public const int TooOften = 45009;

    /// <summary>The callback's number is not known, or not any more.</summary>
    public const int UnknownRequest = 846605;

    /// <summary>The connection is open, but nobody listens on it.</summary>
    public const int NotSubscribed = 846609;

    /// <summary>The program's address is not among the trusted ones (企业可信IP).</summary>
    public const int UntrustedAddress = 60020;

    /// <summary>Whether the access token has run out: asked for anew once, and the call repeated once.</summary>
    public static bool IsToken(int code) => code is 40014 or 42001 or 41001;

    /// <summary>Whether the id or secret is wrong, or the application has no right: no use in asking again.</summary>
    public static bool IsForAdmins(int code) => code is 40001 or 40091 or 40013 or UntrustedAddress or 48002 or 301002 or 60011 or 50003 or 853000;

    /// <summary>Whether the bot or its robot is not in the group any more.</summary>
    public static bool IsGone(int code) => code is 93000 or 93001 or 93004 or 93008;

    /// <summary>What becomes of a send that WeCom refused.</summary>
    public static SendOutcome Outcome(int code) => code switch
    {
        -1 or 846601 or 846602 => new SendOutcome.RetryLater(TimeSpan.Zero, Name(code), SendTrouble.Platform),
        6000 => new SendOutcome.RetryLater(TimeSpan.FromSeconds(1), Name(code), SendTrouble.Chat),
        TooOften or 45033 => new SendOutcome.RetryLater(TimeSpan.FromMinutes(1), Name(code), SendTrouble.Chat),
        NotSubscribed => new SendOutcome.RetryLater(TimeSpan.Zero, Name(code), SendTrouble.Platform),
        _ when IsToken(code) || IsForAdmins(code) => new SendOutcome.RetryLater(TimeSpan.FromMinutes(5), Name(code), SendTrouble.Platform),
        _ => new SendOutcome.Refused(Name(code)),
    };

    /// <summary>The code as the log and the console show it.</summary>
    public static string Name(int code) => FormattableString.Invariant($"wecom-{code}");
}
