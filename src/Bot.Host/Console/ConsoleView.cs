using Microsoft.AspNetCore.Components;

namespace Bot.Host.Console;

/// <summary>A page of the console. Components are public and the console's records are not, so the model comes as an object.</summary>
public abstract class ConsoleView : ComponentBase
{
    /// <summary>What surrounds the page.</summary>
    [Parameter, EditorRequired]
    public required ConsoleFrame Frame { get; set; }

    /// <summary>What the page shows; each page says of which type.</summary>
    [Parameter, EditorRequired]
    public required object Model { get; set; }
}
