using System.Buffers;
using Bot.Domain.Campaigns;

namespace Bot.Adapters.Documents;

/// <summary>Writes our own labels in the characters of the form they stand on, simplified or traditional.</summary>
internal sealed class LabelScript
{
    // Only what our labels use, character for character.
    private const string Simplified = "报单联电话统计样动编时汇总围应数后写补无项证盖范";
    private const string Traditional = "報單聯電話統計樣動編時匯總圍應數後寫補無項證蓋範";
    private static readonly SearchValues<char> OnlyTraditional = SearchValues.Create("動項進況內備單報數");

    private readonly bool _traditional;

    private LabelScript(bool traditional) => _traditional = traditional;

    /// <summary>The characters a form is printed in.</summary>
    public static LabelScript Of(Form form) => new(form.Columns.Append(form.Name).Any(text => text.AsSpan().ContainsAny(OnlyTraditional)));

    /// <summary>A label of ours.</summary>
    public string Write(string label) => _traditional
        ? string.Create(label.Length, label, static (target, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                target[i] = Simplified.IndexOf(source[i], StringComparison.Ordinal) is var at and >= 0 ? Traditional[at] : source[i];
        })
        : label;
}
