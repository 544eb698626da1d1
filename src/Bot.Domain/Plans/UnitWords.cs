namespace Bot.Domain.Plans;

/// <summary>Kinds of units as prose names them: 请各社区, 辖区内有关企业.</summary>
internal static class UnitWords
{
    private static readonly string[] Leads = ["请", "各级", "各个", "各", "每个", "每", "有关", "相关", "所有", "辖区内", "辖区", "全体"];

    /// <summary>The kind without what leads up to it and what leads on: 社区, 企业.</summary>
    public static string Bare(string words)
    {
        var type = words.Trim();
        while (Leads.FirstOrDefault(word => type.StartsWith(word, StringComparison.Ordinal)) is { } lead)
            type = type[lead.Length..];

        return type.TrimEnd('各', '均', '都', '也', '的');
    }
}
