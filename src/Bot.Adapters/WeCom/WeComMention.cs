namespace Bot.Adapters.WeCom;

/// <summary>Who is meant by a unit's name.</summary>
/// <param name="Unit">The unit's name as the message writes it.</param>
/// <param name="User">Its liaison, by the id in WeCom.</param>
internal readonly record struct WeComMention(string Unit, string User);
