namespace Bot.Domain.Reading;

/// <summary>Reads messages for one campaign. Pure, thread-safe, linear in the message's length, never throws on text.</summary>
public interface IReportReader
{
    /// <summary>What the message is taken to say.</summary>
    ReportReading Read(string text, ReadingContext context);
}
