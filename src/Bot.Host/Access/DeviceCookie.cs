using System.Security.Cryptography;

namespace Bot.Host.Access;

/// <summary>What tells one device from another: a random name the browser keeps.</summary>
internal static class DeviceCookie
{
    private const string Name = "safetymonth-device";
    private const int Hex = 32;

    /// <summary>The browser's name, given now if it has none.</summary>
    public static string For(HttpContext context)
    {
        if (context.Request.Cookies.TryGetValue(Name, out var known) && known.Length == Hex && known.All(char.IsAsciiHexDigit))
            return known;
        var fresh = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Hex / 2));
        context.Response.Cookies.Append(Name, fresh, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
            MaxAge = TimeSpan.FromDays(400),
        });
        return fresh;
    }
}
