using Bot.Adapters.Storage;
using Bot.Domain.Messages;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.WebChat;

/// <summary>Which rooms a viewer may enter.</summary>
internal static class WebChatRooms
{
    public static async Task<IReadOnlyList<Room>> OfAsync(BotDb db, Viewer viewer, CancellationToken cancel)
    {
        var groups = await (
            from m in db.GroupMembers
            where m.OfficeId == viewer.Office.Value && m.PersonId == viewer.Person.Value
            join g in db.Groups on m.GroupId equals g.Id
            where g.Platform == Platform.WebChat && g.ChatId != null && g.UnboundAt == null
            orderby g.BoundAt
            select new { g.ChatId, g.Name, Members = db.GroupMembers.Count(x => x.GroupId == g.Id) }).ToListAsync(cancel);
        return [.. groups.Select(g => new Room(g.ChatId!, g.Name, g.Members)), new Room(PrivateChats.Of(viewer.Account).Id, "安全月助手（私聊）", 0)];
    }

    public static async Task<bool> AllowsAsync(BotDb db, Viewer viewer, string room, CancellationToken cancel) =>
        room == PrivateChats.Of(viewer.Account).Id || (await OfAsync(db, viewer, cancel)).Any(r => r.Id == room);
}
