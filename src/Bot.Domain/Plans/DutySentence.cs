using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>What one sentence asks to be handed in.</summary>
internal sealed class DutySentence
{
    private static readonly string[] Made = ["形成", "绘制", "制作", "填写", "编制", "填好", "拍摄", "录制"];
    private readonly SentenceText text;
    private readonly List<PlanTime> times;
    private readonly DutyChunks gathered;

    private DutySentence(string words)
    {
        text = new SentenceText(words);
        times = SentenceTimes.Of(text);
        gathered = DutyChunks.Of(text, times);
    }

    /// <summary>The times it names.</summary>
    public IReadOnlyList<PlanTime> Times => times;

    /// <summary>The chunks with a thing to hand in.</summary>
    public IEnumerable<DutyChunk> Chunks => gathered.All.Where(chunk => chunk.Things.Count > 0);

    /// <summary>The chunks in which something is handed in by a day, but what is not said there.</summary>
    public IEnumerable<DutyChunk> Nameless => gathered.All.Where(chunk =>
        chunk.Things.Count == 0 && chunk.Time is PlanTime.Days or PlanTime.Weekly { Weekdays.Count: > 0 } or PlanTime.Monthly { MonthDays.Count: > 0 } && chunk.Verbs.Exists(IsGiving));

    /// <summary>The things it names, asked for or not.</summary>
    public IReadOnlyList<FoundThing> Named => gathered.Named;

    /// <summary>The sentence, what stands in brackets blanked out.</summary>
    public string Masked => text.Masked;

    /// <summary>Its first part.</summary>
    public string FirstPart => text.Part(0);

    /// <summary>Reads a folded sentence.</summary>
    public static DutySentence Of(string sentence) => new(sentence);

    /// <summary>Where the part of the sentence begins in which a position lies.</summary>
    public int SegmentFrom(int at) => text.SegmentFrom(at);

    /// <summary>The words of the part a position lies in, up to the position.</summary>
    public string Before(int at) => text.Masked[text.SegmentFrom(at)..at];

    /// <summary>The number of the attachment named within or behind a thing; 0 without one.</summary>
    public int AttachmentOf(FoundThing thing)
    {
        foreach (var (at, number) in text.Attachments)
        {
            var to = Math.Min(thing.To, text.Masked.Length);
            if (at >= thing.From - 2 && at <= thing.To + 8 && text.Masked[to..Math.Max(to, at)].Trim(' ', '”', '》', '(').Length == 0)
                return number;
        }

        return 0;
    }

    // 报送, 交, 送: a verb that needs its thing; 报名 and 备案 do not.
    private bool IsGiving(FoundVerb verb) => text.Masked[verb.From..verb.To] is "报送" or "上报" or "提交" or "报" or "交" or "送交" or "上交" or "交至" or "报至" or "送" or "寄送" or "发至" or "发送至" or "截止";

    /// <summary>What is handed in where no known word names it: what is quoted before, or made, drawn, filled in; null: nothing tells.</summary>
    public FoundThing? Unknown(DutyChunk chunk)
    {
        var verb = chunk.Verbs.FindLast(found => found.Class == VerbClass.Report);
        if (verb.To == 0 || text.Masked[verb.From..verb.To] is not ("上报" or "报" or "报送" or "提交" or "交" or "送交" or "上交" or "送" or "报至" or "交至"))
            return null;
        var close = text.Masked.LastIndexOf('”', verb.From);
        var open = close < 0 ? -1 : text.Masked.LastIndexOf('“', close);
        if (open >= 0 && close - open is > 2 and < 20 && Made.Any(text.Masked[Math.Max(0, open - 3)..open].Contains))
            return new FoundThing(open, close + 1, ObligationKind.Other, text.Masked[open..(close + 1)]);
        return null;
    }
}
