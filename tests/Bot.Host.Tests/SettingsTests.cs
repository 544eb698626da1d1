using System.Diagnostics;
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
    public async Task A_wrong_setting_is_named_and_the_program_does_not_start(string setting, string named)
    {
        var (code, said, complained) = await RunAsync("serve", "--urls=http://127.0.0.1:0", setting);
        Assert.Equal(2, code);
        Assert.Empty(said);
        Assert.Contains(named, complained, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("parse")]
    [InlineData("parse", "--campaign", "no-such-campaign")]
    [InlineData("parse", "--campain", "baita-2024")]
    [InlineData("explain", "--campaign")]
    public async Task A_misused_verb_says_what_is_known(params string[] args)
    {
        var (code, said, complained) = await RunAsync(args);
        Assert.Equal(64, code);
        Assert.Empty(said);
        Assert.NotEmpty(complained);
        Assert.DoesNotContain("   at ", complained, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said, string Complained)> RunAsync(params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("safetymonth-settings");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Bot.Host.dll"));
        foreach (var argument in args) start.ArgumentList.Add(argument);
        using var program = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        program.StandardInput.Close();
        var said = program.StandardOutput.ReadToEndAsync();
        var complained = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        folder.Delete(recursive: true);
        return (program.ExitCode, await said, await complained);
    }
}
