using System.Globalization;

namespace Bot.Browser.Tests.Running;

/// <summary>Words no other test uses, so that tests can share one conversation.</summary>
internal static class Marks
{
    private static int _last;

    public static string Next() => "第" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture) + "号测试";
}
