namespace Bot.Domain.Gathering;

/// <summary>What became of a file somebody posted.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome() { }

    /// <summary>One of two.</summary>
    public T Match<T>(Func<Taken, T> taken, Func<Refused, T> refused) => this switch
    {
        Taken t => taken(t),
        Refused r => refused(r),
        _ => throw new InvalidOperationException("An outcome is taken or refused."),
    };

    /// <summary>It is stored.</summary>
    public sealed record Taken : IntakeOutcome
    {
        /// <summary>What its content shows it to be.</summary>
        public required MediaKind Kind { get; init; }

        /// <summary>Under which key.</summary>
        public required BlobKey Key { get; init; }

        /// <summary>How many bytes are stored.</summary>
        public required long Bytes { get; init; }

        /// <summary>Size of a photo or video; null for documents.</summary>
        public PixelSize? Size { get; init; }

        /// <summary>
        /// When a photo was taken by the camera's own clock and zone (EXIF DateTimeOriginal, kind unspecified): a hint, for
        /// such clocks are set by people. Null: the photo does not say.
        /// </summary>
        public DateTime? TakenAt { get; init; }

        /// <summary>Whether the file as sent told where it was made. (By default what is stored no longer does.)</summary>
        public bool HadLocation { get; init; }
    }

    /// <summary>It was not taken and nothing of it is left. Sending the same file again does not help.</summary>
    /// <param name="Code">One of <see cref="IntakeRefusals"/>' codes, for records and counts.</param>
    /// <param name="Sentence">For the chat: what is wrong and what to do.</param>
    public sealed record Refused(string Code, string Sentence) : IntakeOutcome;
}
