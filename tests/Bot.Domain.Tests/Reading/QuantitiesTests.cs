using System.Text.Json;
using Bot.Domain.Reading;
using Xunit;

namespace Bot.Domain.Tests.Reading;

public class QuantitiesTests
{
    [Fact]
    public void The_corpus_of_quantities_keeps_its_floor()
    {
        var (hit, wrong, missed, status) = (0, 0, 0, 0);
        foreach (var line in CorpusTests.Lines("quantities.jsonl"))
        {
            var rest = Quantities.Find(line.GetProperty("text").GetString()!).ToList();
            foreach (var gold in line.GetProperty("quantities").EnumerateArray())
            {
                var found = rest.Find(quantity => Fits(gold, quantity));
                missed += found is null ? 1 : 0;
                if (found is null)
                    continue;
                rest.Remove(found);
                hit++;
                status += gold.GetProperty("status").GetString() == Word(found.Status) ? 1 : 0;
            }

            wrong += rest.Count;
        }

        Assert.True(hit >= 194 && wrong <= 2 && missed <= 3 && status >= hit - 1, $"hit {hit} wrong {wrong} missed {missed} status {status}");
    }

    [Theory]
    [InlineData("走进“企业”宣讲十五条措施")]
    [InlineData("拨打12350举报，第23个安全生产月，五进、八大危险作业、三管三必须")]
    [InlineData("联系人电话13800001234，办公0571-88001234")]
    [InlineData("6月13日14:30在3号楼2单元第5.3.2条")]
    [InlineData("三家屯村、李相村，红十字会，致居民的一封信，《一座船坞的“安全账”》")]
    public void What_counts_nothing_is_no_quantity(string text) => Assert.Empty(Quantities.Find(text));

    private static string Word(QuantityStatus status) => status switch
    {
        QuantityStatus.Planned => "plan",
        QuantityStatus.NotDone => "neg",
        QuantityStatus.Earlier => "prev",
        _ => "done",
    };

    private static bool Fits(JsonElement gold, FoundQuantity found)
    {
        if (found.Span.From >= gold.GetProperty("end").GetInt32() || found.Span.To <= gold.GetProperty("start").GetInt32())
            return false;
        if (Unit(gold.GetProperty("unit").GetString()) != Unit(found.Unit))
            return false;
        if (gold.TryGetProperty("min", out var min) && min.ValueKind == JsonValueKind.Number)
            return found.Upper == gold.GetProperty("max").GetDecimal() && found.Value == min.GetDecimal();
        if (gold.TryGetProperty("accept", out var accept) && accept.ValueKind == JsonValueKind.Array)
            return found.Value >= accept[0].GetDecimal() && (found.Upper ?? found.Value) <= accept[1].GetDecimal() * 1.2m;
        return found.Upper is null && Math.Abs(found.Value - gold.GetProperty("value").GetDecimal()) < 0.000001m;
    }

    private static string? Unit(string? unit) => unit switch { "个小时" => "小时", "％" => "%", "平米" => "平方米", _ => unit };
}
