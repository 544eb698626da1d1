using Bot.Domain.Gathering;

namespace Bot.Adapters.Photos;

/// <summary>What looking through a file found.</summary>
internal abstract record Inspection
{
    private Inspection() { }

    /// <summary>It is what it seems.</summary>
    public sealed record Fine : Inspection
    {
        /// <summary>What it is.</summary>
        public required MediaKind Kind { get; init; }

        /// <summary>As shown; null: it has none.</summary>
        public PixelSize? Size { get; init; }

        /// <summary>Pixels of the largest picture a decoder may have to unpack, where that is not the one shown.</summary>
        public long LargestPixels { get; init; }

        /// <summary>By the camera's clock.</summary>
        public DateTime? TakenAt { get; init; }

        /// <summary>Whether it tells where it was made.</summary>
        public bool HasLocation { get; init; }

        /// <summary>The changes after which it no longer does.</summary>
        public IReadOnlyList<Edit> LocationEdits { get; init; } = [];

        /// <summary>Where it ends; what a camera appended after that (a second picture, a short film) is cut off.</summary>
        public required long End { get; init; }
    }

    /// <summary>It cannot be taken.</summary>
    public sealed record Refuse(Func<string?, IntakeOutcome.Refused> Because) : Inspection;
}
