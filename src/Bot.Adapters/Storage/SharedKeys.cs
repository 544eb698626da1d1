using System.Security.Cryptography;
using System.Xml.Linq;
using Bot.Adapters.Storage.Rows;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Bot.Adapters.Storage;

/// <summary>
/// What hosts sign and seal with, in the database they share: a page that one host gave out is understood by every other. Who can
/// read the database can read all of it, keys included.
/// </summary>
internal sealed class SharedKeys(Store store, TimeProvider clock) : IXmlRepository
{
    /// <summary>The key that addresses of calendars are made with.</summary>
    public const string Calendar = "calendar";

    private const int KeyBytes = 32;
    private const string SessionKey = "session ";

    /// <summary>The key of that name; made where there is none.</summary>
    public byte[] Take(string name)
    {
        using var db = store.Open();
        if (Find(db, name) is { } known) return known;
        try
        {
            Add(db, name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)));
        }
        catch (DbUpdateException failure) when (store.IsDuplicate(failure))
        {
            // Another host was first: its key is the one.
        }

        return Find(db, name)!;
    }

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = store.Open();
        return [.. db.SharedKeys.AsNoTracking().Where(k => k.Name.StartsWith(SessionKey)).Select(k => k.Value).ToList().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = store.Open();
        Add(db, SessionKey + friendlyName, element.ToString(SaveOptions.DisableFormatting));
    }

    private static byte[]? Find(BotDb db, string name) =>
        db.SharedKeys.AsNoTracking().SingleOrDefault(k => k.Name == name) is { } row ? Convert.FromBase64String(row.Value) : null;

    private void Add(BotDb db, string name, string value)
    {
        db.SharedKeys.Add(new SharedKeyRow { Name = name, Value = value, MadeAt = clock.GetUtcNow() });
        db.SaveChanges();
    }
}
