namespace Bot.Benchmarks;

/// <summary>What units report: a drill, and now and then a talk and leaflets; no two the same.</summary>
internal static class BenchReports
{
    /// <summary>The words of a report.</summary>
    public static string Text(int report, string unit)
    {
        var day = 1 + (report / 1000 % 12);
        var drill = $"6月{day}日，{unit}组织开展应急疏散演练1场，{Attendance(report)}人参加";
        return (report % 3) switch
        {
            0 => $"{drill}。",
            1 => $"{drill}，发放宣传资料{100 + (report % 400)}份。",
            _ => $"{drill}。发放宣传资料{100 + (report % 400)}份，悬挂横幅{1 + (report % 9)}条，排查隐患{2 + (report % 7)}处，已整改{1 + (report % 2)}处。",
        };
    }

    /// <summary>How many took part.</summary>
    public static int Attendance(int report) => 20 + (report % 60) + (report / 1000);
}
