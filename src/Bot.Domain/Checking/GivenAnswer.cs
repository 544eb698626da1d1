using Bot.Domain.Reading;

namespace Bot.Domain.Checking;

/// <summary>An answer to a remark, however it was given.</summary>
/// <param name="Remark">The remark.</param>
/// <param name="Answer">What was chosen.</param>
/// <param name="Number">The number, where a number was asked for.</param>
/// <param name="Bound">The bound of that number.</param>
public sealed record GivenAnswer(Remark Remark, Answer Answer, decimal? Number = null, Bound Bound = Bound.Exact);
