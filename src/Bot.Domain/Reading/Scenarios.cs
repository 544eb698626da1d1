namespace Bot.Domain.Reading;

/// <summary>What a drill makes believe: 演练假定11层起火，26名患者受困, 演练情景设定为……</summary>
internal static class Scenarios
{
    private const int Reach = 4;
    private static readonly string[] Drills = ["演练", "演习", "脚本", "预案", "情景", "场景"];
    private static readonly string[] Beliefs = ["模拟", "假设", "假定", "设定", "设想", "预设", "假想", "想定", "虚拟"];

    /// <summary>Whether the words from one position to another begin such a story, behind the word for the drill.</summary>
    public static bool IsIn(MarkedText text, int from, int to)
    {
        foreach (var belief in Beliefs)
        {
            if (!text.MayHold(belief))
                continue;
            for (var at = from; at < to && text.Source.Text[at..to].IndexOf(belief, StringComparison.Ordinal) is >= 0 and var next; at += next + 1)
            {
                var said = at + next;
                if (text.HasAny(WordsBefore(text, from, said), said, Drills))
                    return true;
            }
        }

        return false;
    }

    // 演练，模拟漫堤，转移91人: behind a comma it tells how, and who took part.
    private static int WordsBefore(MarkedText text, int from, int at)
    {
        var first = at;
        while (first > from && at - first < Reach && char.IsLetter(text.Source[first - 1]))
            first--;
        return first;
    }
}
