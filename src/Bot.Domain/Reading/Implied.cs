namespace Bot.Domain.Reading;

/// <summary>What is meant though no number says it: an activity that plainly took place counts once; the same people came again.</summary>
internal static class Implied
{
    /// <summary>Adds the implied figures.</summary>
    public static void Add(Draft draft)
    {
        if (draft.Frames.Exists(frame => !frame.Lead && (frame.HasFigures || frame.Done)))
            draft.Frames.RemoveAll(frame => frame.Lead && !frame.HasFigures && !frame.Asked);
        draft.Frames.RemoveAll(frame => !frame.HasFigures && !frame.Asked && frame.Mention.Concept is { Generic: true } general && frame.Day is false
            && draft.Frames.Exists(other => other != frame && other.Unit == frame.Unit && other.HasFigures && other.Mention.Concept?.Is(general) == true));
        SamePeople(draft);
        foreach (var told in draft.Frames.GroupBy(frame => (frame.Group, frame.Unit)).ToList())
        {
            if (told.Key.Group.Sessions is { } own && told.Sum(frame => frame.Sessions.Sum(part => part.Value)) < told.Count())
            {
                foreach (var frame in told.Where(frame => frame.Separate && frame.Sessions.Count == 0 && MayBeImplied(frame) && (frame.Done || frame.Attendance.Count > 0)))
                    frame.Sessions.Add(new Placed(own, 1, Bound.Exact, frame.Mention.From, frame.Mention.To, frame.Mention.Rule, Implied: true));
            }

            if (told.Key.Group.Sessions is not { } slot || told.Any(frame => frame.Sessions.Count > 0)
                || draft.Asks.Exists(ask => ask.Slot == slot && ask.Unit == told.Key.Unit))
                continue;
            var counted = told.Where(frame => frame.Attendance.Count > 0 || frame.Asked || frame.Others.Count > 0).ToList();
            if (counted.Count == 0)
                counted = [.. told.Where(frame => frame.Done && MayBeImplied(frame)).Take(1)];
            foreach (var frame in counted.Where(MayBeImplied))
                frame.Sessions.Add(new Placed(slot, 1, Bound.Exact, frame.Mention.From, frame.Mention.To, frame.Mention.Rule, Implied: true));
        }

    }

    private static bool MayBeImplied(Frame frame) => !(frame.Mention.Concept is { CountedWider: true } borrowed && !frame.Group.Activities.Contains(borrowed) && frame.Attendance.Count == 0) && IsPlain(frame);

    private static bool IsPlain(Frame frame) => frame.Mention.Concept is null ? frame.Attendance.Count > 0 : !frame.Mention.Concept.OnlyCounted;

    private static void SamePeople(Draft draft)
    {
        for (var i = 1; i < draft.Frames.Count; i++)
        {
            var frame = draft.Frames[i];
            var before = draft.Frames.Take(i).LastOrDefault(other => other.Unit == frame.Unit && other.Attendance.Count > 0);
            if (!frame.SamePeople || frame.Attendance.Count > 0 || frame.Asked || before is null || frame.Group.Attendance is not { } slot || before.Group == frame.Group)
                continue;
            foreach (var part in before.Attendance)
                frame.Attendance.Add(part with { Slot = slot, Rule = "same-people" });
        }
    }
}
