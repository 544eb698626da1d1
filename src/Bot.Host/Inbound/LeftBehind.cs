using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Proposals;

namespace Bot.Host.Inbound;

/// <summary>A recorded report with figures that found no blank.</summary>
/// <param name="Office">The office.</param>
/// <param name="Said">The message it was told in.</param>
/// <param name="Request">The report.</param>
/// <param name="Figures">The figures.</param>
/// <param name="At">When it was recorded, on the program's own clock (<see cref="TimeProvider.GetTimestamp"/>).</param>
internal sealed record LeftBehind(OfficeId Office, IncomingMessage Said, RecordRequest Request, LeftFigures Figures, long At);
