using Bot.Adapters.Storage.Rows;
using Bot.Domain;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Host.Tests;

/// <summary>A Telegram group that waits for its code, and a code that joins 金谷社区.</summary>
internal static class BindCodes
{
    public static Task MakeAsync(RunningBot bot) => bot.Store.WriteAsync(
        async db =>
        {
            var ids = bot.Services.GetRequiredService<IIdSource>();
            var office = await db.Offices.Select(o => o.Id).SingleAsync();
            var unit = await db.Units.Where(u => u.Name == "金谷社区").Select(u => u.Id).SingleAsync();
            var group = new GroupRow { Id = ids.Next(), OfficeId = office, Platform = Platform.Telegram, Name = "联络群" };
            var expires = bot.Clock.Now.AddDays(7);
            db.Groups.Add(group);
            db.GroupCampaigns.Add(new GroupCampaignRow { OfficeId = office, GroupId = group.Id, CampaignId = "baita-2024", Revision = 1, BoundAt = bot.Clock.Now });
            db.Codes.Add(new CodeRow { Code = "BINDCODE", OfficeId = office, Purpose = CodePurpose.BindGroup, GroupId = group.Id, ExpiresAt = expires });
            db.Codes.Add(new CodeRow { Code = "JOINCODE", OfficeId = office, Purpose = CodePurpose.JoinUnit, UnitId = unit, ExpiresAt = expires });
        },
        default);
}
