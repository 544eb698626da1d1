namespace Bot.Domain.Plans;

/// <summary>The parts of a plan: what stands before its first heading, its numbered parts, its attachments.</summary>
internal sealed class PlanOutline
{
    private const int LongestBareHeading = 24;
    private static readonly string[] TopWords = ["主题", "时间", "内容", "要求", "目标", "领导", "总体", "安排", "保障", "报送", "范围", "对象", "任务", "机构", "原则", "思路", "背景", "重点", "步骤", "联系"];

    private PlanOutline(List<PlanPiece> body, AttachedParts attached)
    {
        Body = body;
        Attached = attached;
        Root = Tree(body);
    }

    /// <summary>Everything before the attachments' contents, without the list of attachments.</summary>
    public List<PlanPiece> Body { get; }

    /// <summary>The attachments.</summary>
    public AttachedParts Attached { get; }

    /// <summary>The parts as a tree.</summary>
    public PlanNode Root { get; }

    /// <summary>The lines of the body.</summary>
    public IEnumerable<PlanLine> Lines => Body.Where(piece => piece.Line is not null).Select(piece => piece.Line!);

    /// <summary>Takes a plan apart.</summary>
    public static PlanOutline Of(List<PlanPiece> pieces)
    {
        var attached = AttachedParts.Find(pieces);
        return new PlanOutline([.. pieces.Where((_, at) => at < attached.From || (at >= attached.ListEnd && at < attached.ContentFrom))], attached);
    }

    /// <summary>All parts, each before its own parts.</summary>
    public IEnumerable<PlanNode> Nodes => Below(Root);

    private static IEnumerable<PlanNode> Below(PlanNode node) => node.Children.SelectMany(child => Below(child).Prepend(child));

    private static PlanNode Tree(List<PlanPiece> body)
    {
        var numbered = body.Exists(piece => piece.Line?.Mark.Level is MarkLevel.Section or MarkLevel.Chapter or MarkLevel.Item);
        var root = new PlanNode(null, MarkLevel.None);
        var open = new Stack<PlanNode>([root]);
        for (var at = 0; at < body.Count; at++)
        {
            var piece = body[at];
            var level = piece.Line is null ? MarkLevel.None : piece.Line.Mark.Level;
            if (level == MarkLevel.None && !numbered && piece.Line is { } line && IsBareHeading(line, at + 1 < body.Count ? body[at + 1].Line : null))
                level = TopWords.Any(line.Words.Contains) ? MarkLevel.Section : MarkLevel.Item;
            if (level == MarkLevel.None)
            {
                open.Peek().Pieces.Add(piece);
                continue;
            }

            while (open.Count > 1 && open.Peek().Level >= level)
                open.Pop();
            var node = new PlanNode(piece.Line, level);
            open.Peek().Children.Add(node);
            open.Push(node);
        }

        return root;
    }

    // In a plan without numbers a heading is a short line without a stop, with a sentence below it.
    private static bool IsBareHeading(PlanLine line, PlanLine? next) =>
        line.Words.Length is > 1 and <= LongestBareHeading && next is not null && line.Words[^1] is not ('。' or ';' or ':' or '，' or '.' or '!' or ')')
        && !line.Words.Contains('。', StringComparison.Ordinal) && TimeGrammar.All(line.Words).Count == 0 && !line.Words.EndsWith("文件", StringComparison.Ordinal);
}
