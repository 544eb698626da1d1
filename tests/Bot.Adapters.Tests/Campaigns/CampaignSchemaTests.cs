using System.Text;
using System.Text.Json;
using Bot.Adapters.Campaigns;
using Xunit;

namespace Bot.Adapters.Tests.Campaigns;

public class CampaignSchemaTests
{
    private static readonly JsonElement Schema =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "schema", "campaign.schema.json"))).RootElement;

    public static TheoryData<string> Shapes => [.. Walk(CampaignShapes.Campaign).Select(shape => shape.Name)];

    public static TheoryData<string> Ids => [.. ShippedCampaigns.Ids];

    [Theory, MemberData(nameof(Shapes))]
    public void The_schema_knows_the_keys_the_loader_takes(string name)
    {
        var shape = Walk(CampaignShapes.Campaign).Single(s => s.Name == name);
        var definition = Schema.GetProperty("definitions").GetProperty(name);

        Assert.Equal(shape.Keys.Select(key => key.Name), definition.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal(shape.Keys.Where(key => key.Required).Select(key => key.Name), definition.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.False(definition.GetProperty("additionalProperties").GetBoolean());
        Assert.All(shape.Keys.Where(key => key.Words is not null), key => Assert.Equal(
            key.Words, definition.GetProperty("properties").GetProperty(key.Name).GetProperty("enum").EnumerateArray().Select(word => word.ToString().ToLowerInvariant())));
        Assert.All(shape.Keys.Where(key => key.Of is not null), key => Assert.Contains(
            $"#/definitions/{key.Of!.Name}\"", definition.GetProperty("properties").GetProperty(key.Name).GetRawText(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_has_no_map_the_loader_does_not_know()
    {
        var maps = Schema.GetProperty("definitions").EnumerateObject().Where(d => d.Value.TryGetProperty("properties", out _)).Select(d => d.Name);

        Assert.Equal(Walk(CampaignShapes.Campaign).Select(shape => shape.Name).Order(), maps.Order());
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_shipped_file_conforms_to_the_schema(string id) =>
        Assert.Empty(new SchemaCheck(Schema).Differences(Tree(ShippedCampaigns.Content(id)!)));

    [Theory, MemberData(nameof(Ids))]
    public void A_shipped_file_tells_editors_where_its_schema_is(string id)
    {
        var first = Encoding.UTF8.GetString(ShippedCampaigns.Content(id)!).Split('\n')[0];

        Assert.Equal("# yaml-language-server: $schema=../../../../docs/schema/campaign.schema.json", first);
    }

    [Theory]
    [InlineData("id: A", "/id: A does not match")]
    [InlineData("year: soon", "/year: soon is no integer")]
    [InlineData("colour: red", "/colour: not a known property")]
    [InlineData("forms: [{ id: f }]", "/forms/0: attachment is missing")]
    [InlineData("obligations: [{ id: o, kind: gift, schedule: once }]", "/obligations/0/kind: gift is none of")]
    public void The_check_itself_sees_a_file_that_does_not_conform(string yaml, string difference) =>
        Assert.Contains(new SchemaCheck(Schema).Differences(Tree(Encoding.UTF8.GetBytes(yaml))), d => d.StartsWith(difference, StringComparison.Ordinal));

    private static YamlNode Tree(byte[] content)
    {
        var faults = new YamlFaults("file");
        return YamlTree.Parse(content, faults) ?? throw new InvalidOperationException(string.Join('\n', faults.All));
    }

    private static IEnumerable<YamlShape> Walk(YamlShape shape) =>
        shape.Keys.Select(key => key.Of).OfType<YamlShape>().SelectMany(Walk).Prepend(shape);
}
