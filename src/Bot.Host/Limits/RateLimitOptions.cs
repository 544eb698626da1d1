namespace Bot.Host.Limits;

/// <summary>How much one may ask for, in the settings' section <c>SafetyMonth:RateLimits</c>.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Whether requests beyond the limits are turned away; off only to measure what the program can bear.</summary>
    public bool Enabled { get; set; } = true;
}
