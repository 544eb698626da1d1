using Bot.Domain.Organisation;
using Bot.Domain.Rollups;

namespace Bot.Adapters.Documents;

/// <summary>A booking with its words and the photos handed in with it.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Figure">The booking, with when, by whom and in which words it was said.</param>
/// <param name="Photos">The names of the photos and files of its submission.</param>
internal sealed record RecordLine(Unit Unit, BookedFigure Figure, IReadOnlyList<string> Photos);
