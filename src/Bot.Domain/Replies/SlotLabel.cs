namespace Bot.Domain.Replies;

/// <summary>A slot's short name, made of the form's own words.</summary>
/// <param name="Head">The activity or thing: 应急疏散演练.</param>
/// <param name="Tail">What of it is counted, where the form says it apart: 参与, 宣传受众; empty: the thing itself.</param>
/// <param name="Measure">The measure word: 场.</param>
public sealed record SlotLabel(string Head, string Tail, string Measure)
{
    /// <summary>Head and tail together: 应急疏散演练参与.</summary>
    public string Whole => Head + Tail;
}
