namespace Bot.Domain.Reading;

/// <summary>What is meant though no number says it: an activity that plainly took place counts once; the same people came again.</summary>
internal static class Implied
{
    /// <summary>Adds the implied figures. What a summary only names was reported before: it counts where a day or a figure is told.</summary>
    public static void Add(Draft draft, bool summary = false)
    {
        if (draft.Frames.Exists(frame => !frame.Lead && (frame.HasFigures || frame.Done)))
            draft.Frames.RemoveAll(frame => frame.Lead && !frame.HasFigures && !frame.Asked);
        DropGeneral(draft);
        SamePeople(draft);
        var asked = draft.Asks.Select(static ask => (ask.Slot, ask.Unit)).ToHashSet();
        foreach (var told in draft.Frames.GroupBy(frame => (frame.Group, frame.Unit)).ToList())
        {
            if (told.Key.Group.Sessions is { } own && told.Sum(frame => frame.Sessions.Sum(part => part.Value)) < 2)
            {
                foreach (var frame in told.Where(frame => frame.Separate && frame.Sessions.Count == 0 && MayBeImplied(frame) && (frame.Done || frame.Attendance.Count > 0)))
                    frame.Sessions.Add(new Placed(own, 1, Bound.Exact, frame.Mention.From, frame.Mention.To, frame.Mention.Rule, Implied: true));
            }

            if (told.Key.Group.Sessions is not { } slot || told.Any(frame => frame.Sessions.Count > 0)
                || asked.Contains((slot, told.Key.Unit)))
                continue;
            var counted = told.Where(frame => frame.Attendance.Count > 0 || frame.Asked || frame.Others.Count > 0).ToList();
            if (counted.Count == 0)
                counted = [.. told.Where(frame => frame.Done && (!summary || frame.Day || !frame.Bare) && MayBeImplied(frame)).Take(1)];
            foreach (var frame in counted.Where(MayBeImplied))
                frame.Sessions.Add(new Placed(slot, 1, Bound.Exact, frame.Mention.From, frame.Mention.To, frame.Mention.Rule, Implied: true));
        }

    }

    private static bool MayBeImplied(Frame frame) => !(frame.Mention.Concept is { CountedWider: true } borrowed && !frame.Group.Activities.Contains(borrowed) && frame.Attendance.Count == 0) && IsPlain(frame);

    private static bool IsPlain(Frame frame) => frame.Mention.Concept is null ? frame.Attendance.Count > 0 : frame.Named || !frame.Mention.Concept.OnlyCounted;

    // Beside a particular activity with figures the general word without any is nothing of its own; told of a day it is, if
    // the other is told far from it.
    private static void DropGeneral(Draft draft)
    {
        if (!draft.Frames.Exists(static frame => !frame.HasFigures && frame.Mention.Concept is { Generic: true }))
            return;
        var told = draft.Frames.Where(static frame => frame.HasFigures && frame.Mention.Concept is not null).ToList();
        var anywhere = told.ToLookup(static frame => frame.Unit ?? "", static frame => frame.Mention.Concept!, StringComparer.Ordinal)
            .ToDictionary(static unit => unit.Key, static unit => unit.ToHashSet(), StringComparer.Ordinal);
        var inSentence = told.ToLookup(static frame => (frame.Unit ?? "", frame.Sentence), static frame => frame.Mention.Concept!);
        draft.Frames.RemoveAll(frame => !frame.HasFigures && !frame.Asked && frame.Mention.Concept is { Generic: true } general
            && (!frame.Day ? anywhere.TryGetValue(frame.Unit ?? "", out var all) && all.Any(other => other.Is(general))
                : Enumerable.Range(frame.Sentence - 1, 3).Any(sentence => inSentence[(frame.Unit ?? "", sentence)].Any(other => other.Is(general)))));
    }

    private static void SamePeople(Draft draft)
    {
        var last = new Dictionary<string, Frame>(StringComparer.Ordinal); // of each unit the one told last with its people
        foreach (var frame in draft.Frames)
        {
            var before = last.GetValueOrDefault(frame.Unit ?? "");
            if (frame.SamePeople && frame.Attendance.Count == 0 && !frame.Asked && before is not null && frame.Group.Attendance is { } slot && before.Group != frame.Group)
            {
                foreach (var part in before.Attendance)
                    frame.Attendance.Add(part with { Slot = slot, Rule = "same-people" });
            }

            if (frame.Attendance.Count > 0)
                last[frame.Unit ?? ""] = frame;
        }
    }
}
