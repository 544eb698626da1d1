namespace Bot.Domain.Reading;

/// <summary>
/// People of a kind of its own (结业31人, 领导干部5名), and heads told before what they came for, which wait for it until the
/// sentence ends.
/// </summary>
internal sealed class PersonsPlacement(MarkedText text, Draft draft, Frames frames, HeadNouns nouns)
{
    /// <summary>Puts people of a kind of its own into their blank; false where none asks for them.</summary>
    public bool TryPlace(Surroundings around, List<Told> inClause, string? unit)
    {
        foreach (var frame in inClause.Select(told => told.Frame).Concat(frames.InSentence(around.Clause)).Where(frame => frame.Unit == unit))
        {
            foreach (var slot in frame.Group.Slots.Where(slot => slot.Role == SlotRole.Persons))
            {
                if (!SaysTail(slot, around.Before, around.Behind))
                    continue;
                PutOther(frame, slot, around.Quantity, "persons");
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether they are of a kind that a blank asks for whose activity is told behind them (5名领导干部分头登台，开展……宣讲).</summary>
    public bool ComeBefore(Surroundings around, string? unit) => !draft.Frames.Exists(frame => frame.Unit == unit && frame.Sentence == around.Clause.Sentence && frame.Group.Slots.Exists(slot => slot.Role == SlotRole.Persons))
        && text.Vocabulary.Groups.Any(group => group.Slots.Exists(slot => slot.Role == SlotRole.Persons && SaysTail(slot, around.Before, around.Behind)) && IsToldLater(group, around));

    private bool IsToldLater(SlotGroup group, Surroundings around)
    {
        var end = text.Source.Text[around.Quantity.To..].IndexOfAny("。!?;\n");
        return text.PieceHits(around.Quantity.To, end < 0 ? text.Source.Length : around.Quantity.To + end).Any(piece => piece.Group == group);
    }

    /// <summary>Lets heads wait for their activity.</summary>
    public void Wait(Surroundings around, string? unit) => draft.Waiting.Add(new WaitingHeads
    {
        Quantity = around.Quantity, Label = Labels.Of(text, around), Unit = unit, Sentence = around.Clause.Sentence, Before = around.Before, Behind = around.Behind,
        Staff = nouns.Of(around).HasFlag(Role.Staff),
        Serving = nouns.Of(around) == Role.Staff || text.HasAny(Math.Max(around.Before, around.Quantity.From - 6), around.Quantity.From, "抽调", "派出", "出动", "邀请", "请来", "选派", "调集", "安排", "由"),
    });

    /// <summary>At the end of a sentence: gives the heads that came first to the activity told after them, or shows them.</summary>
    public void Settle(int sentence)
    {
        for (var i = 0; i < draft.Waiting.Count; i++)
        {
            if (draft.Waiting[i].Sentence == sentence - 1 && GoesOn(sentence) && !draft.Frames.Exists(frame => frame.Sentence == sentence - 1))
                draft.Waiting[i] = draft.Waiting[i] with { Sentence = sentence };
        }

        foreach (var waiting in draft.Waiting.FindAll(waiting => waiting.Sentence < sentence))
        {
            var persons = draft.Frames.Where(frame => frame.Sentence == waiting.Sentence && frame.Unit == waiting.Unit)
                .Select(frame => (Frame: frame, Slot: frame.Group.Slots.Find(slot => slot.Role == SlotRole.Persons && SaysTail(slot, waiting.Before, waiting.Behind)))).FirstOrDefault(found => found.Slot is not null);
            if (persons.Slot is not null)
            {
                PutOther(persons.Frame, persons.Slot, waiting.Quantity, "persons");
                continue;
            }

            var frame = waiting.Serving ? null : draft.Frames.Find(frame => frame.Sentence == waiting.Sentence && frame.Unit == waiting.Unit && frame.Group.Attendance is not null
                && frame.Attendance.Count == 0 && !frame.Asked && !frame.Lead && frame.Mention.From > waiting.Quantity.From && frame.Mention.Concept is not { OnlyCounted: true } && !(waiting.Staff && frame.Mention.Concept is { Replaces: true }));
            if (frame?.Group.Attendance is { } slot)
                frame.Attendance.Add(new Placed(slot, waiting.Quantity.Value, waiting.Quantity.Bound, waiting.Quantity.From, waiting.Quantity.To, "before"));
            else
                draft.Extras.Add((waiting.Quantity, waiting.Label));
        }

        draft.Waiting.RemoveAll(waiting => waiting.Sentence < sentence);
    }

    // 员工380人参加。活动现场先后举行安全倡议、安全宣誓: the next sentence tells what the occasion was.
    private bool GoesOn(int sentence) => text.Clauses.Find(clause => clause.Sentence == sentence) is { } first
        && (text.Source.Text[first.From..].StartsWith("活动") || text.Source.Text[first.From..].StartsWith("现场") || text.Source.Text[first.From..].StartsWith("会上") || text.Source.Text[first.From..].StartsWith("仪式"));

    /// <summary>Puts a figure into a blank of its own, once.</summary>
    public void PutOther(Frame frame, GroupSlot slot, Quantity quantity, string rule)
    {
        if (quantity.Open)
            draft.Asks.Add((slot, quantity.From, quantity.To, "vague", frame.Unit));
        else if (!frame.Others.Exists(known => known.Slot == slot))
            frame.Others.Add(new Placed(slot, quantity.Value, quantity.Bound, quantity.From, quantity.To, rule));
        else
            draft.LeftOver.Add(quantity);
    }

    private bool SaysTail(GroupSlot slot, int from, int to)
    {
        foreach (var hit in text.ConceptHits(from, to))
        {
            if (slot.Things.Contains(hit.Concept))
                return true;
        }

        return slot.Tail.Length >= 2 && text.Has(from, to, slot.Tail);
    }
}
