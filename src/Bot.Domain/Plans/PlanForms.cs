namespace Bot.Domain.Plans;

/// <summary>The tables to fill in among a plan's attachments.</summary>
internal static class PlanForms
{
    /// <summary>Reads them in the order of the attachments.</summary>
    public static List<PlanForm> Of(AttachedParts attached, List<PlanDoubt> doubts)
    {
        var forms = new List<PlanForm>();
        var names = new SlotNames();
        for (var nth = 0; nth < attached.Names.Count; nth++)
        {
            var (name, content) = (attached.Names[nth], attached.Contents[nth]);
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
}
