namespace Bot.Domain.Plans;

/// <summary>The tables to fill in among a plan's attachments.</summary>
internal static class PlanForms
{
    /// <summary>Reads them in the order of the attachments.</summary>
    public static List<PlanForm> Of(AttachedParts attached, List<PlanDoubt> doubts)
    {
        var forms = new List<PlanForm>();
        var names = new SlotNames();
        foreach (var (nth, name, content) in Parts(attached))
        {
            var read = content is null ? null : FormContent.Of(name, content, names);
            if (!AttachedForms.IsForm(name) && read?.Rows.Count is null or 0)
                continue;
            var liaison = AttachedForms.KindOf(name) == Campaigns.ObligationKind.Liaison;
            foreach (var line in read?.Lost ?? [])
                doubts.Add(new PlanDoubt($"forms[{forms.Count}]", line, "这一栏漏印了空格，按一个填报项计"));
            forms.Add(new PlanForm { Name = name, Attachment = nth + 1, Printed = content is not null, IsLiaison = liaison, Columns = read?.Columns ?? [], Rows = liaison ? [] : read?.Rows ?? [] });
        }

        return forms;
    }

    // 表一：…, 表二：… within one attachment are forms of their own.
    private static IEnumerable<(int Number, string Name, List<PlanPiece>? Content)> Parts(AttachedParts attached)
    {
        for (var nth = 0; nth < attached.Names.Count; nth++)
        {
            var content = attached.Contents[nth];
            var heads = content is null ? [] : Enumerable.Range(0, content.Count).Where(at => PartName(content[at].Line) is not null).ToList();
            if (content is null || heads.Count < 2)
            {
                yield return (nth, attached.Names[nth], content);
                continue;
            }

            for (var part = 0; part < heads.Count; part++)
                yield return (nth, PartName(content[heads[part]].Line)!, content[(heads[part] + 1)..(part + 1 < heads.Count ? heads[part + 1] : content.Count)]);
        }
    }

    private static string? PartName(PlanLine? line)
    {
        if (line is null || !line.Words.StartsWith('表') || line.Words.Length is < 5 or > 40 || !ChineseNumber.Holds(line.Words[1]))
            return null;
        var colon = line.Words.IndexOf(':', StringComparison.Ordinal);
        return colon is > 1 and < 4 ? line.Printed(colon + 1, line.Words.Length).Trim() : null;
    }
}
