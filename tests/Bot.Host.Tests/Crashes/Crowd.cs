using System.Collections.Concurrent;
using System.Net;
using Bot.Adapters.Access;
using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests.Crashes;

/// <summary>Many groups, most in the web chat and some on Telegram, a liaison in each, all reporting at once to whichever host listens, and again until they hear that it was taken.</summary>
internal sealed class Crowd(int chats, string secret, Random random)
{
    private static readonly TimeSpan BeforeNextTry = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private readonly List<Seat> people = [];
    private readonly ConcurrentBag<string> acknowledged = [];

    /// <summary>How many reports there were.</summary>
    public int Reports { get; private set; }

    /// <summary>How many times a post was repeated because no answer came.</summary>
    public int Repeated => repeated;

    /// <summary>The ids of messages that a host said it has.</summary>
    public IReadOnlyCollection<string> Acknowledged => acknowledged;

    /// <summary>People at the drills of all reports together.</summary>
    public long Attendance { get; private set; }

    private int repeated;

    /// <summary>Makes the units, groups and people in the demo office of a running host, and lets everybody in.</summary>
    public async Task SeedAsync(RunningBot bot)
    {
        var made = await bot.Store.WriteAsync(db => MakeAsync(bot, db), default);
        var links = bot.Services.GetRequiredService<IAccessLinks>();
        foreach (var (office, person, room) in made)
        {
            if (room.StartsWith('-'))
            {
                people.Add(new TelegramSeat(room, secret));
                continue;
            }

            var link = await links.CreateAsync(new OfficeId(office), new PersonId(person), LinkPurpose.Chat, default);
            var cookies = new CookieContainer();
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = bot.Address };
            using var answer = await http.PostAsync($"/i/{link}", null);
            people.Add(new WebSeat(room, cookies.GetCookieHeader(bot.Address)));
        }
    }

    /// <summary>Everybody reports one drill after the other, never longer apart than <paramref name="between"/>, until it is enough; what was begun is brought to its end.</summary>
    public async Task ReportAsync(IReadOnlyList<HostUnderFire> hosts, TimeSpan between, CancellationToken enough)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, ConnectTimeout = TimeSpan.FromSeconds(2) }) { Timeout = TimeSpan.FromSeconds(8) };
        var starts = people.Select(_ => random.Next(hosts.Count)).ToList();
        var came = await Task.WhenAll(people.Select(async (person, i) =>
        {
            var (told, pace) = (new List<long>(), new Random(i));
            for (var day = 1; day <= Soak.ReportsEach && !enough.IsCancellationRequested; day++)
            {
                told.Add(20 + day + (i % 50));
                await PostAsync(http, hosts, starts[i] + day, person, $"6月{day}日组织应急疏散演练1场，{told[^1]}人参加");
                await Task.Delay(between * pace.NextDouble(), TimeProvider.System, enough).ContinueWith(_ => { }, TaskScheduler.Default);
            }

            return told;
        }));
        Reports = came.Sum(told => told.Count);
        Attendance = came.Sum(told => told.Sum());
    }

    private async Task PostAsync(HttpClient http, IReadOnlyList<HostUnderFire> hosts, int first, Seat person, string text)
    {
        var said = person.Say(text);
        for (var tries = first; ; tries++)
        {
            using var request = said.Request(hosts[tries % hosts.Count].Address);
            try
            {
                using var answer = await http.SendAsync(request);
                var answered = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    acknowledged.Add(said.Id(answered));
                    hosts[tries % hosts.Count].Took();
                    return;
                }

                if ((int)answer.StatusCode is >= 400 and < 500 and not 429) throw new InvalidOperationException($"{answer.StatusCode}: {answered}");
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
            {
                // Nobody there, or cut off in the middle: nobody knows whether it was taken.
            }

            Interlocked.Increment(ref repeated);
            var pause = BeforeNextTry * (tries - first + 1);
            await Task.Delay(pause < LongestPause ? pause : LongestPause, TimeProvider.System);
        }
    }

    private async Task<List<(Guid Office, Guid Person, string Room)>> MakeAsync(RunningBot bot, Adapters.Storage.BotDb db)
    {
        var ids = bot.Services.GetRequiredService<IIdSource>();
        var binding = await db.GroupCampaigns.SingleAsync();
        var made = new List<(Guid, Guid, string)>();
        for (var i = 0; i < chats; i++)
        {
            var (unit, group, person) = (ids.Next(), ids.Next(), ids.Next());
            // Every tenth group is on a platform that cannot tell a repeat.
            var onTelegram = i % 10 == 0;
            var (platform, room) = onTelegram ? (Platform.Telegram, $"-{1_002_000_000_000 + i}") : (Platform.WebChat, $"g-{group:n}");
            db.Units.Add(new UnitRow { Id = unit, OfficeId = binding.OfficeId, Name = $"第{i + 1}网格", Type = "社区", Order = 100 + i });
            db.Groups.Add(new GroupRow { Id = group, OfficeId = binding.OfficeId, Platform = platform, ChatId = room, Name = $"群{i + 1}", BoundAt = binding.BoundAt, TopUnitId = unit });
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = binding.OfficeId, GroupId = group, CampaignId = binding.CampaignId, Revision = binding.Revision, BoundAt = binding.BoundAt });
            db.People.Add(new PersonRow { Id = person, OfficeId = binding.OfficeId, Name = $"第{i + 1}网格安全员", Role = Role.Liaison });
            db.Accounts.Add(new AccountRow { OfficeId = binding.OfficeId, Platform = platform, ExternalId = onTelegram ? TelegramSeat.UserOf(room) : $"crowd{i}-{binding.OfficeId:n}"[..24], PersonId = person });
            db.GroupMembers.Add(new GroupMemberRow { OfficeId = binding.OfficeId, GroupId = group, PersonId = person });
            db.Liaisons.Add(new LiaisonRow { Id = ids.Next(), OfficeId = binding.OfficeId, PersonId = person, UnitId = unit, From = new DateOnly(2024, 5, 1), MayReport = true, MayConfirm = true });
            made.Add((binding.OfficeId, person, room));
        }

        return made;
    }
}
