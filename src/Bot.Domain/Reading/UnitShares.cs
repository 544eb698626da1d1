namespace Bot.Domain.Reading;

/// <summary>Divides what is told of several units at once (青松社区、红砖里社区各1场，分别为66人、142人) among them.</summary>
internal static class UnitShares
{
    /// <summary>Between the names of units that are spoken of together.</summary>
    public const char Mark = '、';

    /// <summary>Divides the figures.</summary>
    public static void Divide(MarkedText text, Draft draft)
    {
        foreach (var frame in draft.Frames.Where(frame => frame.Unit?.Contains(Mark, StringComparison.Ordinal) == true).ToList())
            Divide(text, draft, frame, frame.Unit!.Split(Mark));
        foreach (var things in draft.Things.Where(thing => thing.Unit?.Contains(Mark, StringComparison.Ordinal) == true).GroupBy(thing => (thing.Figure.Slot, thing.Unit)).ToList())
        {
            var names = things.Key.Unit!.Split(Mark);
            List<Placed> figures = [.. things.Select(thing => thing.Figure)];
            draft.Things.RemoveAll(thing => figures.Contains(thing.Figure));
            for (var i = 0; i < names.Length; i++)
                draft.Things.AddRange(ShareOf(text, draft, figures, i, names).Select(figure => (figure, (string?)names[i])));
        }
    }

    private static void Divide(MarkedText text, Draft draft, Frame frame, string[] names)
    {
        draft.Frames.Remove(frame);
        for (var i = 0; i < names.Length; i++)
        {
            var own = new Frame { Mention = frame.Mention, Unit = names[i], Sentence = frame.Sentence, Asked = frame.Asked, SamePeople = frame.SamePeople, Done = frame.Done };
            own.Sessions.AddRange(ShareOf(text, draft, frame.Sessions, i, names));
            own.Attendance.AddRange(ShareOf(text, draft, frame.Attendance, i, names));
            own.Others.AddRange(ShareOf(text, draft, frame.Others, i, names));
            draft.Frames.Add(own);
        }
    }

    // As many figures as units: one each. One figure: the same for each if it says so (各, 均), else it is asked for.
    private static IEnumerable<Placed> ShareOf(MarkedText text, Draft draft, List<Placed> figures, int unit, string[] names)
    {
        if (figures.Count == 0)
            return [];
        if (figures.Count == names.Length)
            return [figures[unit]];
        var clause = text.ClauseAt(figures[0].From);
        if (figures.Count == 1 && text.HasAny(clause.From, figures[0].From, "各", "均", "每", "都"))
            return figures;
        draft.Asks.Add((figures[0].Slot, figures[0].From, figures[0].To, "undivided", names[unit]));
        return [];
    }
}
