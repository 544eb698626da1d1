namespace Bot.Domain.Reading;

/// <summary>Heads of an activity whose form asks for several kinds of people apart (参加业主…人次，参加员工…人次).</summary>
internal sealed class PeopleApart(MarkedText text, Draft draft)
{
    private static readonly string[] Coming = ["参加", "参与", "参演", "参会", "参训", "听课", "听讲", "观看", "培训", "到场", "出席", "人次", "覆盖"];

    /// <summary>
    /// Puts the figure into the blank of the people who are named, or asks for all where none is; false where the form does not
    /// tell them apart.
    /// </summary>
    public bool TryPlace(Frame frame, Surroundings around)
    {
        var slots = frame.Group.Attendances;
        if (slots.Count < 2 || slots.Exists(static slot => slot.SoFar is not null || Noun(slot).Length == 0))
            return false;
        var quantity = around.Quantity;
        var named = slots.FindAll(slot => text.Has(quantity.To, around.Behind, Noun(slot))); // 108名业主和32名员工
        if (named.Count == 0)
            named = slots.FindAll(slot => text.Has(around.Before, quantity.From, Noun(slot)));
        if (named.Count != 1 || quantity.Open)
        {
            frame.Asked = true;
            (named.Count == 0 ? slots : named).ForEach(slot => draft.Asks.Add((slot, quantity.From, quantity.To, quantity.Open ? "vague" : "several", frame.Unit)));
            return true;
        }

        frame.Sentence = Math.Max(frame.Sentence, around.Clause.Sentence);
        var placed = new Placed(named[0], quantity.Value, quantity.Bound, quantity.From, quantity.To, frame.Mention.Rule + "·apart");
        if (frame.Attendance.Exists(part => part.Slot == named[0]))
            draft.LeftOver.Add(quantity);
        else
            frame.Attendance.Add(placed);
        return true;
    }

    // The kind of people a blank asks for: what is left without the word for coming.
    private static string Noun(GroupSlot slot)
    {
        var noun = slot.Tail;
        foreach (var word in Coming)
            noun = noun.Replace(word, string.Empty, StringComparison.Ordinal);
        return noun.Trim('的', ' ', '(', ')');
    }
}
