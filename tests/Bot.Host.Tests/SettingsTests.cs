using System.Diagnostics;
using Bot.Tests;
using Xunit;

namespace Bot.Host.Tests;

/// <summary>Wrong settings: one clear sentence on stderr, nothing on stdout, exit code 2.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("--SafetyMonth:Dmeo=false", "Dmeo")]
    [InlineData("--Media:MaxPixel=5", "MaxPixel")]
    [InlineData("--SafetyMonth:OfficeName=", "OfficeName")]
    [InlineData("--SafetyMonth:PublicUrl=example.org", "PublicUrl")]
    [InlineData("--SafetyMonth:DataFolder=/proc/nowhere", "DataFolder")]
    [InlineData("--SafetyMonth:Demo=maybe", "Demo")]
    [InlineData("--SafetyMonth:Blobs:Provider=Tape", "Provider")]
    [InlineData("--SafetyMonth:Blobs:Bukket=photos", "Bukket")]
    [InlineData("--SafetyMonth:Blobs:Folder=", "Folder")]
    [InlineData("--SafetyMonth:Blobs:Folder=/proc/nowhere", "/proc/nowhere")]
    [InlineData("--SafetyMonth:Blobs:Provider=S3", "Give the address of the S3 store")]
    public async Task A_wrong_setting_is_named_and_the_program_does_not_start(string setting, string named)
    {
        var (code, said, complained) = await RunAsync("serve", "--urls=http://127.0.0.1:0", setting);
        Assert.Equal(2, code);
        Assert.Empty(said);
        Assert.Contains(named, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("migrate")]
    public async Task A_server_that_does_not_let_the_program_in_is_said_in_one_sentence(string verb)
    {
        var connection = (await PostgresServer.SharedAsync()).Connection("postgres").Replace("Username=test", "Username=stranger", StringComparison.Ordinal);
        var (code, said, complained) = await RunAsync([verb, .. OnPostgres.Arguments(connection)]);
        Assert.Equal((2, ""), (code, said));
        Assert.StartsWith("The database cannot be used: 28000: ", complained, StringComparison.Ordinal);
        Assert.Single(complained.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("Host=/nowhere;Username=x", "A rehearsal runs on a database file of its own")]
    [InlineData(null, "The database cannot be used")]
    public async Task A_rehearsal_says_what_is_no_database_for_it(string? database, string complaint)
    {
        var scenario = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", "simulation"), "*.scenario.jsonl").Order(StringComparer.Ordinal).First();
        var (code, said, complained) = await RunAsync("simulate", "--scenario", scenario, "--database", database ?? typeof(SettingsTests).Assembly.Location);
        Assert.Equal((64, ""), (code, said));
        Assert.StartsWith(complaint, complained, StringComparison.Ordinal);
        Assert.Single(complained.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("parse")]
    [InlineData("words")]
    [InlineData("words", "try")]
    [InlineData("parse", "--campaign", "baita-2024", "--words", "no-such-file.txt")]
    [InlineData("parse", "--campaign", "no-such-campaign")]
    [InlineData("parse", "--campain", "baita-2024")]
    [InlineData("explain", "--campaign")]
    [InlineData("calendar", "--notice", "a.txt", "--csv", "a.csv")]
    [InlineData("calendar", "--year", "2027")]
    [InlineData("calendar", "--csv", "a.csv", "--year", "2027")]
    [InlineData("calendar", "--notice", "a.txt", "--year", "27")]
    [InlineData("calendar", "--notice", "a.txt", "--year", "next")]
    public async Task A_misused_verb_says_what_is_known(params string[] args)
    {
        var (code, said, complained) = await RunAsync(args);
        Assert.Equal(64, code);
        Assert.Empty(said);
        Assert.NotEmpty(complained);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_own_words_stop_the_start_with_a_sentence_for_every_bad_line()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-settings");
        var words = Path.Combine(folder.FullName, "words.txt");
        await File.WriteAllTextAsync(words, "演练 消防拉动\n演练 = 警铃行动\n警铃 = 演练\n");
        var (code, said, complained) = await RunAsync("serve", "--urls=http://127.0.0.1:0", $"--SafetyMonth:DataFolder={folder.FullName}");
        Assert.Equal((2, ""), (code, said));
        Assert.Equal([$"{words}:1", $"{words}:3"], complained.TrimEnd().Split('\n').Select(l => string.Join(':', l.Split(':')[..2])));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_broken_list_of_public_holidays_stops_the_start_and_one_taken_by_the_verb_is_listed()
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-settings");
        var list = Path.Combine(folder.FullName, "calendar", "cn-public-holidays.csv");
        Directory.CreateDirectory(Path.GetDirectoryName(list)!);
        await File.WriteAllTextAsync(list, "date,day,name\n2031-01-01,holiday,元旦\n");
        var (code, said, complained) = await RunAsync("serve", "--urls=http://127.0.0.1:0", $"--SafetyMonth:DataFolder={folder.FullName}");
        Assert.Equal((2, ""), (code, said));
        Assert.StartsWith($"{list}:2: ", complained, StringComparison.Ordinal);
        Assert.Single(complained.TrimEnd().Split('\n'));

        File.Delete(list);
        var year = Path.Combine(folder.FullName, "2031.csv");
        await File.WriteAllTextAsync(year, "date,day,name\n" + string.Concat("元旦 春节 清明节 劳动节 端午节 中秋节 国庆节".Split(' ').Select((n, i) => $"2031-0{i + 1}-01,rest,{n}\n")));
        (code, said, complained) = await RunAsync("calendar", "--csv", year, "--data", folder.FullName);
        Assert.Equal((0, ""), (code, complained));
        Assert.Contains("2031-01-01,rest,元旦", said, StringComparison.Ordinal);
        (code, said, _) = await RunAsync("calendar", "--data", folder.FullName);
        Assert.Equal(0, code);
        Assert.Contains("2031  own      7 days off", said, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    internal static Task<(int Code, string Said, string Complained)> RunAsync(params string[] args) => RunAsync(new Dictionary<string, string>(StringComparer.Ordinal), args);

    internal static async Task<(int Code, string Said, string Complained)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-settings");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"));
        foreach (var argument in args) start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var program = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        program.StandardInput.Close();
        var said = program.StandardOutput.ReadToEndAsync();
        var complained = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (program.ExitCode, await said, await complained);
    }
}
