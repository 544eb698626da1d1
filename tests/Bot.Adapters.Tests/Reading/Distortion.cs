namespace Bot.Adapters.Tests.Reading;

/// <summary>The ways in which a form that is copied, typed again or pasted comes to look different.</summary>
[Flags]
internal enum Distortion
{
    /// <summary>As printed.</summary>
    None = 0,

    /// <summary>Lines a unit has nothing for are left out.</summary>
    MissingLines = 1 << 0,

    /// <summary>Rows, and lines within them, in another order.</summary>
    Reordered = 1 << 1,

    /// <summary>【】 ［］ 〔〕 () [] for （）.</summary>
    OtherBrackets = 1 << 2,

    /// <summary>（__3__）.</summary>
    UnderscoresInside = 1 << 3,

    /// <summary>__3__.</summary>
    Underscores = 1 << 4,

    /// <summary>演练 3 场, 演练3场, 演练：3场.</summary>
    NoBrackets = 1 << 5,

    /// <summary>All on one line.</summary>
    LostLineBreaks = 1 << 6,

    /// <summary>1. (2) 三、 • before lines.</summary>
    ListMarks = 1 << 7,

    /// <summary>One or two characters of a phrase typed wrong or left out.</summary>
    Retyped = 1 << 8,

    /// <summary>Blanks between characters and around figures.</summary>
    Spaces = 1 << 9,

    /// <summary>The measure word behind a bracket left out.</summary>
    NoMeasure = 1 << 10,

    /// <summary>Title, 填报单位 and the names of the rows above their lines.</summary>
    Headings = 1 << 11,

    /// <summary>Each blank on a line of its own.</summary>
    BlankByLine = 1 << 12,

    /// <summary>Commas for semicolons, stops left out.</summary>
    OtherStops = 1 << 13,

    /// <summary>（3场） for （3）场.</summary>
    MeasureInside = 1 << 14,
}
