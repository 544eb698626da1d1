using System.Reflection;
using System.Text.RegularExpressions;
using Bot.Adapters.LanguageModel;
using Bot.Adapters.Photos;
using Bot.Host.Verbs;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Bot.Host.Tests.Deploy;

/// <summary>The deployment files speak of settings, verbs and addresses that the program has.</summary>
public sealed partial class DeployFilesTests
{
    private static readonly Dictionary<string, Type> Sections = new(StringComparer.Ordinal)
    {
        ["SafetyMonth"] = typeof(BotOptions), ["Media"] = typeof(MediaOptions), ["LanguageModel"] = typeof(LanguageModelOptions),
    };

    [Fact]
    public void Every_setting_is_one_the_program_has()
    {
        var named = DeployFiles.All().SelectMany(f => Settings().Matches(DeployFiles.Text(f)).Select(m => (File: f, Setting: m.Value.TrimEnd('_')))).ToList();

        Assert.Contains(named, n => n.Setting == "SafetyMonth__Blobs__SecretKeyFile");
        Assert.All(named, n => Assert.True(IsKnown(n.Setting), $"{n.File}: {n.Setting}"));
    }

    [Fact]
    public void Every_verb_is_one_the_program_has()
    {
        var known = Verb.Known.Split(", ");
        var named = DeployFiles.All().SelectMany(f => VerbsGiven().Matches(DeployFiles.Text(f)).Select(m => m.Groups["verb"].Value)).ToList();

        Assert.Contains("migrate", named);
        Assert.Contains("serve", named);
        Assert.Empty(named.Except(known));
    }

    [Fact]
    public async Task Every_health_address_answers()
    {
        var named = DeployFiles.All().SelectMany(f => HealthPaths().Matches(DeployFiles.Text(f)).Select(m => m.Value)).Distinct().ToList();
        await using var bot = await RunningBot.StartAsync();
        using var http = new HttpClient { BaseAddress = bot.Address };

        Assert.Equal(3, named.Count);
        foreach (var path in named)
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public void Every_container_of_the_program_is_shut_in_Kubernetes()
    {
        var pods = DeployFiles.All().Where(IsYaml).SelectMany(DeployFiles.Yaml).SelectMany(d => d.Under("template")).Select(t => t["spec"]).ToList();

        Assert.Equal(2, pods.Count);
        foreach (var pod in pods)
        {
            Assert.Equal("true", pod["securityContext"]["runAsNonRoot"].ToString());
            foreach (var container in (YamlSequenceNode)pod["containers"])
            {
                Assert.Equal("true", container["securityContext"]["readOnlyRootFilesystem"].ToString());
                Assert.Equal("false", container["securityContext"]["allowPrivilegeEscalation"].ToString());
            }
        }
    }

    [Fact]
    public void Kubernetes_lists_every_file_it_has_and_both_of_its_parts_run_the_same_image()
    {
        var images = new List<string>();
        foreach (var list in DeployFiles.All().Where(f => f.EndsWith("kustomization.yaml", StringComparison.Ordinal)))
        {
            var folder = list[..list.LastIndexOf('/')];
            var there = DeployFiles.All().Where(f => f != list && f[..f.LastIndexOf('/')] == folder).Select(f => f[(folder.Length + 1)..]);
            var kustomization = Assert.Single(DeployFiles.Yaml(list));
            Assert.Equal(there, ((YamlSequenceNode)kustomization["resources"]).Select(r => r.ToString()).Order(StringComparer.Ordinal));
            images.Add(kustomization["images"].ToString());
        }

        Assert.Equal(2, images.Count);
        Assert.Single(images.Distinct());
    }

    [Fact]
    public async Task What_compose_takes_for_secrets_is_made_by_the_script_beside_it_and_stays()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-compose");
        File.Copy(Path.Combine(DeployFiles.Root, "deploy/compose/make-secrets.sh"), Path.Combine(folder.FullName, "make-secrets.sh"));

        var (code, _, _) = await Shell.RunAsync(folder.FullName, "sh", "make-secrets.sh");
        var (again, _, _) = await Shell.RunAsync(folder.FullName, "sh", "make-secrets.sh");

        Assert.Equal((0, 1), (code, again));
        var compose = Assert.Single(DeployFiles.Yaml("deploy/compose/compose.yaml"));
        var secrets = ((YamlMappingNode)compose["secrets"]).Children;
        Assert.Equal(secrets.Select(s => s.Key.ToString()).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Path.Combine(folder.FullName, "secrets")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
        Assert.All(secrets, s => Assert.Equal($"./secrets/{s.Key}", s.Value["file"].ToString()));
        using var keys = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "secrets", "s3.json"), TestContext.Current.CancellationToken));
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(folder.FullName, "secrets", "s3-secret-key"), TestContext.Current.CancellationToken),
            keys.RootElement.GetProperty("identities")[0].GetProperty("credentials")[0].GetProperty("secretKey").GetString());
        folder.Delete(recursive: true);
    }

    private static bool IsYaml(string file) => file.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsKnown(string setting)
    {
        var steps = setting.Split("__");
        var type = Sections[steps[0]];
        foreach (var step in steps[1..])
        {
            if (type.GetProperty(step, BindingFlags.Public | BindingFlags.Instance) is not { CanWrite: true } property) return IsOfOtherStore(setting);
            type = property.PropertyType;
        }

        return true;
    }

    // A program without the section for databases knows one kind only; these files are for one that has it.
    private static bool IsOfOtherStore(string setting) => typeof(BotOptions).GetProperty("Database") is null && setting.StartsWith("SafetyMonth__Database__", StringComparison.Ordinal);

    [GeneratedRegex("\\b(SafetyMonth|Media|LanguageModel)(__[A-Za-z0-9]+)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Settings();

    // A container's command of one word is the program's; other images have longer ones.
    [GeneratedRegex("(^CMD \\[\"|command: \\[|args: \\[)(?<verb>[a-z]+)\"?\\]|Bot\\.Host (?<verb>[a-z]+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex VerbsGiven();

    [GeneratedRegex("/health/[a-z]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HealthPaths();
}
