using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Adapters.Campaigns;

namespace Bot.Adapters.Tests.Campaigns;

/// <summary>The part of JSON Schema that <c>campaign.schema.json</c> uses, on a YAML tree.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    public IReadOnlyList<string> Differences(YamlNode node) => [.. Check(node, root, "")];

    private IEnumerable<string> Check(YamlNode node, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Check(node, root.GetProperty("definitions").GetProperty(reference.GetString()!["#/definitions/".Length..]), path);
        if (schema.TryGetProperty("oneOf", out var choices))
            return choices.EnumerateArray().Count(choice => !Check(node, choice, path).Any()) == 1 ? [] : [$"{path}: not exactly one of the choices"];
        if (schema.TryGetProperty("enum", out var words))
            return words.EnumerateArray().Any(word => word.ToString().Equals(Value(node), StringComparison.OrdinalIgnoreCase)) ? [] : [$"{path}: {Value(node)} is none of {words}"];
        return schema.GetProperty("type").GetString() switch
        {
            "object" => Map(node, schema, path),
            "array" => List(node, schema, path),
            "integer" => Integer(node, schema, path),
            "string" => Text(node, schema, path),
            var other => throw new InvalidOperationException($"{path}: the check does not know the type {other}"),
        };
    }

    private IEnumerable<string> Map(YamlNode node, JsonElement schema, string path)
    {
        if (node is not YamlNode.Map map)
            return [$"{path}: no object"];
        var properties = schema.GetProperty("properties");
        var missing = schema.GetProperty("required").EnumerateArray().Select(r => r.GetString())
            .Where(name => map.Entries.All(entry => entry.Key.Value != name)).Select(name => $"{path}: {name} is missing");
        return missing.Concat(map.Entries.SelectMany(entry => properties.TryGetProperty(entry.Key.Value, out var property)
            ? Check(entry.Value, property, $"{path}/{entry.Key.Value}")
            : [$"{path}/{entry.Key.Value}: not a known property"]));
    }

    private IEnumerable<string> List(YamlNode node, JsonElement schema, string path)
    {
        if (node is not YamlNode.Sequence list)
            return [$"{path}: no array"];
        if (schema.TryGetProperty("minItems", out var least) && list.Items.Count < least.GetInt32())
            return [$"{path}: too short"];
        return list.Items.SelectMany((item, at) => Check(item, schema.GetProperty("items"), FormattableString.Invariant($"{path}/{at}")));
    }

    private static IEnumerable<string> Integer(YamlNode node, JsonElement schema, string path)
    {
        if (!int.TryParse(Value(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return [$"{path}: {Value(node)} is no integer"];
        return number >= schema.GetProperty("minimum").GetInt32() && number <= schema.GetProperty("maximum").GetInt32() ? [] : [$"{path}: {number} is out of range"];
    }

    private static IEnumerable<string> Text(YamlNode node, JsonElement schema, string path)
    {
        if (node is not YamlNode.Text text)
            return [$"{path}: no string"];
        return Regex.IsMatch(text.Value, schema.GetProperty("pattern").GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            ? []
            : [$"{path}: {text.Value} does not match"];
    }

    private static string Value(YamlNode node) => node is YamlNode.Text text ? text.Value : node.Describe();
}
