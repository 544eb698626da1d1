namespace Bot.Domain.Drafts;

/// <summary>The id of a plan handed in.</summary>
public readonly record struct DraftId(Guid Value)
{
    /// <inheritdoc />
    public override string ToString() => Value.ToString();
}
