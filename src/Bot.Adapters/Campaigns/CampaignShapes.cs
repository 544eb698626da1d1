using Bot.Domain.Campaigns;

namespace Bot.Adapters.Campaigns;

/// <summary>All keys of a campaign file. <c>docs/schema/campaign.schema.json</c> says the same to editors; a test compares them.</summary>
internal static class CampaignShapes
{
    public static YamlShape Period { get; } = new("period", [new("from", true), new("to", true)]);

    public static YamlShape Event { get; } = new("event", [new("date", true), new("name", true)]);

    public static YamlShape Slot { get; } = new("slot",
    [
        new("slot", true), new("phrase", true), new("measure", true), new("aggregate", Words: Words.Of<Aggregate>()),
        new("evidence", Words: Words.YesNo), new("unit_types"), new("retired", Words: Words.YesNo),
    ]);

    public static YamlShape Row { get; } = new("row",
        [new("name", true), new("requirement"), new("lines", true), new("slots", true, Of: Slot)]);

    public static YamlShape Form { get; } = new("form",
    [
        new("id", true), new("attachment", true), new("name", true), new("subject"),
        new("origin", true, Words.Of<FormOrigin>()), new("columns", true), new("rows", true, Of: Row),
    ]);

    public static YamlShape Obligation { get; } = new("obligation",
    [
        new("id", true), new("kind", true, Words.Of<ObligationKind>()), new("thing"), new("subject"), new("schedule", true, ScheduleReader.Kinds),
        new("due"), new("weekday"), new("day"), new("month"), new("days"), new("from"), new("to"), new("time"),
        new("form"), new("asks"), new("addressees"), new("where"),
    ]);

    public static YamlShape Campaign { get; } = new("campaign",
    [
        new("id", true), new("title", true), new("subject", true), new("year", true), new("edition"), new("document_number"),
        new("theme"), new("period", true, Of: Period), new("events", Of: Event), new("activities"),
        new("obligations", true, Of: Obligation), new("forms", true, Of: Form),
    ]);
}
