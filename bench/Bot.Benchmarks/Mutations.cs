namespace Bot.Benchmarks;

/// <summary>Messages of the corpus with something wrong in them, the same ones for the same seed.</summary>
internal sealed class Mutations(int seed)
{
    private const string Numerals = "0123456789０９零〇一二两三十百千万亿几数半余多近约第.,:：/-~+%w月日号点时年";
    private const string Signs = "，。、；：！？（）()[]{}“”\"《》_□√|\t\n\r \u3000…—·*#@'\\/=<>&";
    private const string Odd = "\uD83D\uDE00\uDC00\uD800\u0000\uFFFF\uFFFE\u200B\uFEFF\u0301\u00AD\u2028İßﬁ㍿①②Ⅳ";
    private static readonly string[] Words = ["人次", "场", "份", "家", "小时", "百分之", "分之", "参加", "演练", "宣讲", "计划", "取消", "其中", "累计", "今天", "上周五", "6月13日", "http://", "119", "三年行动", "（", "更正"];
    private readonly Random random = new(seed);
    private readonly List<char> text = [];

    /// <summary>The next message: one of the corpus with one to six changes.</summary>
    public (IReadOnlyList<(Bot.Domain.Reading.IReportReader Reader, BenchMessage Message)> From, int At, string Text) Next()
    {
        var all = CorpusPass.All;
        var at = random.Next(all.Count);
        text.Clear();
        text.AddRange(all[at].Message.Text);
        for (var left = random.Next(1, 7); left > 0; left--)
            Change(all[random.Next(all.Count)].Message.Text);
        return (all, at, new string([.. text]));
    }

    private void Change(string other)
    {
        var place = random.Next(text.Count + 1);
        var length = Math.Min(random.Next(1, 5), text.Count - place);
        switch (random.Next(9))
        {
            case 0:
                text.RemoveRange(place, length);
                break;
            case 1:
                text.InsertRange(place, text.GetRange(place, length));
                break;
            case 2 when place < text.Count:
                var with = random.Next(text.Count);
                (text[place], text[with]) = (text[with], text[place]);
                break;
            case 3:
                text.Insert(place, One(Numerals));
                break;
            case 4:
                text.Insert(place, One(Signs));
                break;
            case 5:
                text.Insert(place, One(Odd));
                break;
            case 6:
                text.InsertRange(place, Words[random.Next(Words.Length)]);
                break;
            case 7:
                var from = random.Next(other.Length);
                text.InsertRange(place, other.AsSpan(from, Math.Min(random.Next(1, 40), other.Length - from)));
                break;
            default:
                text.RemoveRange(place, Math.Min(random.Next(1, 30), text.Count - place));
                break;
        }
    }

    private char One(string of) => of[random.Next(of.Length)];
}
