using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Bot.Adapters.Scheduling;

/// <summary>
/// Quartz wakes the program once a minute, and decides nothing. Its store lies in the program's own database; hosts that
/// share one are woken in turn. It runs on the machine's clock, whatever clock the demo shows.
/// </summary>
internal static class QuartzWake
{
    private const string EveryMinute = "0 * * * * ?";

    /// <summary>How long a host that died keeps the others from waking: they check in this often.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    /// <summary>Wakes every <see cref="IWakeUp"/> there is, from a store in an SQLite file.</summary>
    public static IServiceCollection AddQuartzWake(this IServiceCollection services, string file)
    {
        var connection = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, DefaultTimeout = 30 }.ToString();
        return Add(services, store => store.UseSqlite(Microsoft.Data.Sqlite.SqliteFactory.Instance, connection));
    }

    /// <summary>Wakes every <see cref="IWakeUp"/> on one host at a time, from a store in a PostgreSQL database.</summary>
    public static IServiceCollection AddClusteredQuartzWake(this IServiceCollection services, string connection) => Add(
        services,
        store =>
        {
            store.UsePostgres(Npgsql.NpgsqlFactory.Instance, connection);
            store.UseClustering(c => c.CheckinInterval = CheckIn);
        });

    private static IServiceCollection Add(IServiceCollection services, Action<IPersistentStoreBuilder> place)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(1);
            quartz.UsePersistentStore(store =>
            {
                place(store);
                store.UseSystemTextJsonSerializer();
                store.ProvisionSchema();
            });
            var job = new JobKey("wake");
            quartz.AddJob<WakeJob>(j => j.WithIdentity(job).DisallowConcurrentExecution());
            quartz.AddTrigger(t => t.ForJob(job).WithIdentity("every-minute").WithCronSchedule(EveryMinute, c => c.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
        return services;
    }

    /// <summary>The one job.</summary>
    internal sealed class WakeJob(IEnumerable<IWakeUp> wakeUps) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            foreach (var wakeUp in wakeUps) await wakeUp.WakeAsync(cancellationToken);
        }
    }
}
