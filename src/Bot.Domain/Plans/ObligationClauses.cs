using Bot.Domain.Campaigns;

namespace Bot.Domain.Plans;

/// <summary>Collects what a plan asks to be handed in, from its sentences, its tables of hand-ins and the notes of its forms.</summary>
internal sealed class ObligationClauses
{
    private static readonly string[] Works = ["征集", "评选", "评比", "参评", "参赛", "评优", "擂台", "大赛", "比赛", "作品", "评奖", "展评"];
    private static readonly string[] Reported = ["报送", "上报", "提交", "报", "发给", "发至", "发到", "材料", "交"];
    private static readonly string[] Whole = ["活动期间", "宣传月期间", "宣传周期间", "安全生产月期间", "安全生产月”期间", "月”期间", "持续期间", "行动期间", "整个"];
    private static readonly string[] Asking = ["及时", "请", "要", "须", "需", "应", "各", "每", "定期", "按时", "随时", "一并"];
    private static readonly string[] BareNames = ["名单", "人员名单", "登记表", "回执", "推荐表", "反馈表", "姓名", "基本信息"];
    private readonly PlanOutline outline;
    private readonly IReadOnlyList<PlanForm> forms;
    private readonly Recipients recipients;
    private readonly DutyActors actors;
    private readonly List<Duty> found = [];
    private WrittenDate? month;
    private bool listed;
    private PlanTime.Span? local; // 11月6日至12日为敲门周。敲门周内，每天…
    private Duty? last;
    private IReadOnlyList<FoundThing> named = [];

    private ObligationClauses(PlanOutline outline, IReadOnlyList<PlanForm> forms)
    {
        (this.outline, this.forms) = (outline, forms);
        recipients = Recipients.Of(outline);
        actors = new DutyActors(recipients);
    }

    /// <summary>The hand-ins in the order of the plan.</summary>
    public static List<Duty> Of(PlanOutline outline, IReadOnlyList<PlanForm> forms)
    {
        var clauses = new ObligationClauses(outline, forms);
        clauses.Walk(outline.Root, "");
        for (var nth = 0; nth < outline.Attached.Contents.Count; nth++)
        {
            if (outline.Attached.Contents[nth] is { } content)
                clauses.Notes(content, nth + 1);
        }

        return clauses.found;
    }

    private void Walk(PlanNode node, string heading)
    {
        var labelled = new LabelledLines();
        if (node.Line is { } own)
        {
            heading = node.HeadingWords;
            if (!labelled.Take(own))
                Line(own, heading, 0);
        }

        foreach (var piece in node.Pieces)
        {
            if (piece.Line is { } line && labelled.Take(line))
                continue;
            foreach (var (sentence, first) in labelled.Flush())
                Read(sentence, first, heading, 0);
            if (piece.Line is { } plain)
                Line(plain, heading, 0);
            else if (piece.Table is { } table)
                found.AddRange(DutyTables.Read(table));
        }

        foreach (var (sentence, first) in labelled.Flush())
            Read(sentence, first, heading, 0);
        foreach (var child in node.Children)
            Walk(child, heading);
    }

    // Below a form its notes may ask for it: 注：请于5月30日前将此表发送至…
    private void Notes(List<PlanPiece> content, int attachment)
    {
        foreach (var piece in content)
        {
            if (piece.Line is { } line && !FormBlankScan.HasBlank(line.Words))
                Line(line, outline.Attached.Names[attachment - 1], attachment);
        }
    }

    private void Line(PlanLine line, string heading, int form)
    {
        (month, named, local) = (null, [], null);
        var sentences = LabelledLines.Joined(Sentences.Of(line.Body));
        // A list may stand below or before the sentence that speaks of reporting.
        listed = listed && line.Mark.Length > 0 || sentences.Exists(IsReported);
        foreach (var sentence in sentences)
            Read(sentence, line, heading, form);
    }

    private void Read(string sentence, PlanLine line, string heading, int form)
    {
        var read = DutySentence.Of(form > 0 ? sentence.Replace("此表", "附表", StringComparison.Ordinal).Replace("本表", "附表", StringComparison.Ordinal) : sentence);
        foreach (var chunk in read.Chunks)
        {
            if (chunk.Span is null && local is not null && (sentence.Contains("周内", StringComparison.Ordinal) || sentence.Contains("期内", StringComparison.Ordinal) || (sentence.Contains("期间", StringComparison.Ordinal) && !Whole.Any(sentence.Contains))))
                chunk.Span = local;
            // 同样报到2025年2月: from where the rhythm before began.
            if (chunk.Span is { First: null, Last: not null } end && local?.First is { } begin)
                chunk.Span = end with { First = begin };
            if (chunk.IsListed && !IsReported(heading) && !listed && !chunk.Things.Exists(thing => thing.Words.EndsWith('报')))
                continue;
            // A于7月4日前报；同时报送B: by the same day.
            if (chunk.Time is null && sentence.Contains("同时", StringComparison.Ordinal) && last is { } before && before.Sentence == line.Text)
                (chunk.Time, chunk.Span) = (before.Time, before.Span);
            if (chunk.Time is null or PlanTime.Open { Blank: false } && !IsAsked(sentence, chunk, line, form))
                continue;
            var actor = actors.Of(read, chunk);
            if (chunk.Time is null or PlanTime.Open { Blank: false } && recipients.LooksLikeOffice(actor))
                continue;
            if (recipients.IsOffice(actor) || recipients.IsUpward(read, chunk, actor))
                continue;
            var works = Works.Any(sentence.Contains) || chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Call) && Works.Any(heading.Contains);
            Add(read, chunk, line, heading, form, actor, works);
        }

        local = read.Times.OfType<PlanTime.Span>().LastOrDefault(span => span is { First: not null, Last: not null }) ?? local;
        Nameless(read, sentence, line, heading, form);
        named = read.Named.Count > 0 ? read.Named : named;
        foreach (var time in read.Times)
        {
            if (time is PlanTime.Days { Dates: [.., { Month: not null } last] })
                month = last;
        }
    }

    // 各单位6月25日前报县应急局: what the sentence before, or the heading, has named.
    private void Nameless(DutySentence read, string sentence, PlanLine line, string heading, int form)
    {
        if (form > 0 || read.Chunks.Any() || sentence.Contains("汇总", StringComparison.Ordinal))
            return;
        foreach (var chunk in read.Nameless)
        {
            var candidates = named.Count > 0 ? named : DutySentence.Of(heading).Named;
            // Of a call for works the works, not what they consist of.
            if (candidates.FirstOrDefault(thing => thing.Words.EndsWith("作品", StringComparison.Ordinal)) is { To: > 0 } work)
                candidates = [work];
            if (candidates.Count == 0 && read.Unknown(chunk) is { } unknown)
                candidates = [unknown];
            var actor = actors.Of(read, chunk);
            if (candidates.Count == 0 || recipients.IsOffice(actor) || recipients.IsUpward(read, chunk, actor))
                continue;
            var kept = new DutyChunk { Time = chunk.Time, Span = chunk.Span };
            kept.Verbs.AddRange(chunk.Verbs);
            kept.Things.AddRange(candidates.Select(thing => thing with { From = chunk.Verbs[0].From, To = chunk.Verbs[0].From }));
            Add(read, kept, line, heading, form, actor, Works.Any(sentence.Contains));
        }
    }

    private void Add(DutySentence read, DutyChunk chunk, PlanLine line, string heading, int form, string actor, bool works)
    {
        var before = read.Times.TakeWhile(time => time != chunk.Time).OfType<PlanTime.Days>().SelectMany(days => days.Dates).LastOrDefault(date => date.Month is not null);
        var kinds = new HashSet<(ObligationKind, string)>();
        foreach (var thing in chunk.Things)
        {
            var attachment = read.AttachmentOf(thing);
            if (form > 0 && thing.Words.EndsWith("附表", StringComparison.Ordinal))
                attachment = form;
            var isLiaison = BareNames.Contains(thing.Words) && read.Masked.AsSpan(0, thing.From) is var ahead && (ahead.Contains("联络员", StringComparison.Ordinal) || ahead.Contains("联络人", StringComparison.Ordinal) || ahead.Contains("联系人", StringComparison.Ordinal));
            var kind = isLiaison ? ObligationKind.Liaison : works && thing.Kind == ObligationKind.Material ? ObligationKind.Other : Kind(thing, attachment);
            // Words, photos and videos are one hand-in, and so are the works of one contest; lists are each their own.
            var same = kind == ObligationKind.Other && !works ? thing.Words : "";
            if (!kinds.Add((kind, same)))
                continue;
            last = new Duty
            {
                Kind = kind,
                Thing = thing.Words,
                Time = chunk.Time,
                Span = chunk.Span,
                Before = before.Month is not null ? before : month,
                Attachment = attachment,
                Words = read.Masked,
                Sentence = line.Text,
                Actor = actor,
                Where = recipients.Where(read, chunk),
                Heading = heading,
                InForm = form > 0,
            };
            found.Add(last);
        }
    }

    // A table is what its attachment is.
    private ObligationKind Kind(FoundThing thing, int attachment)
    {
        if (thing.Kind is not (ObligationKind.Other or ObligationKind.Statistics))
            return thing.Kind;
        var name = attachment > 0 && attachment <= outline.Attached.Names.Count ? PlanLine.Of(outline.Attached.Names[attachment - 1]).Words
            : outline.Attached.Names.Select(n => PlanLine.Of(n).Words).FirstOrDefault(n => thing.Words.EndsWith('表') && n.EndsWith(thing.Words.TrimStart('“', '《'), StringComparison.Ordinal));
        if (name is null)
            return thing.Kind;
        // A table with blanks for figures is the statistics table, whatever it is called.
        var known = AttachedForms.KindOf(name);
        return known is null && forms.Any(form => form.Slots.Any() && PlanLine.Of(form.Name).Words == name) ? ObligationKind.Statistics : known ?? thing.Kind;
    }

    private static bool IsAsked(string sentence, DutyChunk chunk, PlanLine line, int form)
    {
        if (form > 0 || chunk.Verbs.TrueForAll(verb => verb.Class == VerbClass.Call))
            return false;
        // The heading of a part says in brief what its text asks.
        if (line.Mark.Length > 0 && line.Words.Length - line.Mark.Length <= sentence.Length + 1 && sentence.Length <= 20)
            return false;
        return chunk.Time is not null || Asking.Any(sentence.Contains);
    }

    // A list of dues stands where hand-ins are spoken of.
    private static bool IsReported(string words) => Reported.Any(words.Contains);
}
