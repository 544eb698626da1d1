namespace Bot.Adapters.Scheduling;

/// <summary>What is woken. It asks the database what there is to do, so that a second or late wake-up changes nothing.</summary>
internal interface IWakeUp
{
    /// <summary>Does what is due now.</summary>
    Task WakeAsync(CancellationToken cancel);
}
