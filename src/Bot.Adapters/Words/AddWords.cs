using Bot.Domain.Campaigns;
using Bot.Domain.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Adapters.Words;

/// <summary>Registers the office's own words and the readers that know them.</summary>
internal static class AddWords
{
    /// <summary><see cref="OwnWords"/>, read once; a broken file throws <see cref="BrokenWordsException"/> when they are first asked for.</summary>
    /// <param name="services">The services.</param>
    /// <param name="dataFolder">The data folder, which may hold the file.</param>
    public static IServiceCollection AddReaders(this IServiceCollection services, string dataFolder)
    {
        var file = OwnWordsFile.In(dataFolder);
        services.AddSingleton(_ => file.ReadOrNone().Match(words => words, faults => throw new BrokenWordsException(faults.Select(file.Say))));
        services.AddSingleton<Func<Campaign, IReportReader>>(p =>
        {
            var words = p.GetRequiredService<OwnWords>();
            return campaign => ReportReader.Compile(campaign, words);
        });
        return services;
    }
}
