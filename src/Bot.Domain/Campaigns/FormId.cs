namespace Bot.Domain.Campaigns;

/// <summary>The lasting name of a form within its campaign, such as <c>form1</c>.</summary>
public readonly record struct FormId(string Value)
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
