namespace Bot.Adapters.Erasure;

/// <summary>What an erasure does to a column of texts.</summary>
internal enum Fate
{
    /// <summary>Stays: an id, a hash, a code of the program's own, or what belongs to the office and not to a person.</summary>
    Keep,

    /// <summary>Goes, with its row or emptied: what the person said, showed or was told, and what lets them in.</summary>
    Erase,

    /// <summary>The account or name gives way to a pseudonym, the same everywhere in the office.</summary>
    Pseudonymise,

    /// <summary>Belongs to others: only the person's name, numbers and words in it are covered, position for position.</summary>
    Cover,
}
