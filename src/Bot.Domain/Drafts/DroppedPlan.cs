using Bot.Domain.Gathering;
using Bot.Domain.Messages;
using Bot.Domain.Plans;

namespace Bot.Domain.Drafts;

/// <summary>Whether a file an admin drops into a chat is a plan: it calls itself one, and asks for something.</summary>
public static class DroppedPlan
{
    private static readonly string[] Called = ["方案", "通知", "计划"];
    private static readonly string[] Others = ["统计表", "回执", "总结", "小结", "台账", "清单", "名单", "汇报", "简报"];

    /// <summary>Whether a file can hold a plan at all.</summary>
    public static bool CanBe(Attachment file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file is { Blob: not null, Kind: MediaKind.Docx or MediaKind.Pdf or MediaKind.Text };
    }

    /// <summary>Whether the file's name says so: the last such word counts (方案附表 is none).</summary>
    public static bool IsCalled(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Called.Any(name.Contains) && !Others.Any(other => name.LastIndexOf(other, StringComparison.Ordinal) > Called.Max(word => name.LastIndexOf(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether what was read of it is one: by its name or title, and because it asks for something or gives its days.</summary>
    public static bool Is(string name, PlanReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return (IsCalled(name) || (reading.Title is { } title && IsCalled(title))) && (reading.Obligations.Count > 0 || reading.Forms.Any(form => form.Slots.Any()));
    }
}
