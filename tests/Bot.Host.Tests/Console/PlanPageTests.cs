using System.Net;
using System.Text;
using Bot.Domain.Dues;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Bot.Host.Tests.Console.ConsoleClient;

namespace Bot.Host.Tests.Console;

/// <summary>Plan in, bot out: the pages on which a plan becomes a running campaign, on the running program.</summary>
public sealed class PlanPageTests : AdminInConsole
{
    [Fact]
    public async Task A_plan_handed_in_is_shown_as_it_was_understood()
    {
        var plan = await HandInAsync();
        var words = Words(await admin.PageAsync(plan));
        foreach (var said in new[]
        {
            MadePlan.Title, "活动期 2024年6月1日至6月30日", "人人讲安全、个个会应急——畅通生命通道", "报送要求（3项）", "2024年6月1日至6月30日，每周四前",
            "（一）各社区、村每周四前将活动图片和文字报送至联络群。", "2024年6月25日前，一次", "“安全生产月”活动进展情况统计表", "5个填报项", "2024年6月16日", "草稿",
        })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.Contains(MadePlan.Title, Words(await admin.PageAsync("/console/plans")), StringComparison.Ordinal);
        Assert.Contains("录入方案", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
        var (_, content, type, name) = await admin.FileAsync(plan + "/file");
        Assert.Equal((MadePlan.Text, "application/octet-stream", "方案.txt"), (Encoding.UTF8.GetString(content), type, name));
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Blobs.Where(b => db.Plans.Any(p => p.BlobKey == b.Key)).Select(b => b.References).SingleAsync(), default));
    }

    [Fact]
    public async Task The_same_file_again_leads_to_the_draft_that_is_open()
    {
        Assert.Equal(await HandInAsync(), await HandInAsync());
        Assert.Equal(1, await bot.Store.ReadAsync(db => db.Plans.CountAsync(), default));
    }

    [Fact]
    public async Task What_is_no_plan_is_refused_with_a_sentence()
    {
        var (status, page, _) = await admin.HandInAsync("/console/plans", "file", "图.docx", [0x89, 0x50, 0x4E, 0x47, 1, 2, 3]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("文件“图.docx”", Words(page), StringComparison.Ordinal);
        (status, page, _) = await admin.PostAsync("/console/plans", ("text", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("请选择方案的文件", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hand_in_is_changed_added_and_taken_out_by_its_form()
    {
        var plan = await HandInAsync();
        var summary = Links(await admin.PageAsync(plan), plan + "/handins/").Single(l => l.EndsWith("/summary", StringComparison.Ordinal));
        var fields = Fields(await admin.PageAsync(summary), summary);
        Assert.Contains(("due", "2024-06-25"), fields);
        Assert.Contains(("rule", "once"), fields);

        var (status, _, location) = await admin.PostAsync(summary, With(fields, ("due", "2024-06-28"), ("hour", "17:30"), ("addressees", "社区")));
        Assert.Equal((HttpStatusCode.SeeOther, plan + "?done=corrected#handins"), (status, location));
        Assert.Contains("2024年6月28日17:30前，一次", Words(await admin.PageAsync(plan)), StringComparison.Ordinal);

        (status, var page, _) = await admin.PostAsync(summary, With(fields, ("rule", "dates"), ("dates", "2024-06-10、六月底")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("请填写各个截止日", Words(page), StringComparison.Ordinal);

        fields = Fields(await admin.PageAsync(plan + "/handins/new"), plan + "/handins/new");
        await admin.PostAsync(plan + "/handins/new", With(fields, ("kind", "Progress"), ("rule", "monthly"), ("day", "15、月底"), ("from", "2024-06-01"), ("to", "2024-12-01")));
        var words = Words(await admin.PageAsync(plan));
        Assert.Contains("报送要求（4项）", words, StringComparison.Ordinal);
        Assert.Contains("4．进展情况 · 2024年6月至12月，每月15日、月底前", words, StringComparison.Ordinal);

        await admin.PostAsync(summary + "/delete");
        Assert.Contains("报送要求（3项）", Words(await admin.PageAsync(plan)), StringComparison.Ordinal);
        await admin.PostAsync(plan + "/undo");
        Assert.Contains("报送要求（4项）", Words(await admin.PageAsync(plan)), StringComparison.Ordinal);
        Assert.Contains("修改方案草稿", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_events_and_blanks_are_corrected()
    {
        var plan = await HandInAsync();
        var page = await admin.PageAsync(plan);
        await admin.PostAsync(plan + "/head", With(Fields(page, plan + "/head"), ("title", "柳河街道“安全生产月”方案"), ("to", "2024-07-05"), ("edition", "23"), ("theme", "")));
        await admin.PostAsync(plan + "/events", With(Fields(page, plan + "/events"), ("day.1", "2024-06-20"), ("name.1", "应急演练观摩")));
        var form = plan + "/forms/0";
        var blanks = Fields(await admin.PageAsync(form), form);
        var phrase = blanks.First(f => f.Field.StartsWith("phrase.", StringComparison.Ordinal));
        await admin.PostAsync(form, With(blanks, (phrase.Field, "举办宣传咨询"), ("drop." + blanks.Last(f => f.Field.StartsWith("phrase.", StringComparison.Ordinal)).Field[7..], "1")));

        var words = Words(await admin.PageAsync(plan));
        foreach (var said in new[] { "柳河街道“安全生产月”方案", "2024年6月1日至7月5日", "第23个", "2024年6月20日 应急演练观摩", "举办宣传咨询", "4个填报项" })
            Assert.Contains(said, words, StringComparison.Ordinal);
        Assert.DoesNotContain("主题 人人讲安全", words, StringComparison.Ordinal);

        var (status, wrong, _) = await admin.PostAsync(plan + "/head", ("title", "x"), ("from", "2024-06-30"), ("to", "2024-06-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("结束日不能早于开始日", Words(wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Activated_it_runs_in_the_group_and_everybody_owes_what_lies_ahead()
    {
        var plan = await HandInAsync();
        var group = (await bot.GroupAsync(await bot.PersonAsync("应急办管理员")))[2..];
        var (status, _, location) = await admin.PostAsync(plan + "/activate", ("group", Guid.Parse(group).ToString()));
        Assert.Equal((HttpStatusCode.SeeOther, plan + "?done=activated"), (status, location));
        var page = await admin.PageAsync(plan);
        Assert.Contains("已启用，第1版", Words(page), StringComparison.Ordinal);
        Assert.Contains("已在社区安全员联络群运行", Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain(plan + "/handins/", page, StringComparison.Ordinal);

        var campaign = await bot.Store.ReadAsync(db => db.Plans.Select(p => p.CampaignId!).SingleAsync(), default);
        var dues = await bot.Store.ReadAsync(db => db.Dues.Where(d => d.CampaignId == campaign).ToListAsync(), default);
        // The clock stands at 13 June, 15:00: the Thursdays of 13, 20 and 27 June are ahead, that of the 6th is not.
        Assert.Equal([new(2024, 6, 13), new(2024, 6, 20), new DateOnly(2024, 6, 27)], dues.Where(d => d.ObligationId == "weekly-material").Select(d => d.Occurrence).Distinct().Order());
        Assert.All(dues, due => Assert.True(due.ClosesAt > bot.Clock.Now));
        Assert.Contains(MadePlan.Title, Words(await admin.PageAsync($"/console/campaigns/{campaign}")), StringComparison.Ordinal);
        Assert.Contains("启用方案", Words(await admin.PageAsync("/console/audit")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.PostAsync(plan + "/activate")).Status);
    }

    [Fact]
    public async Task A_units_form_is_the_plans_own_table_filled()
    {
        var (_, _, location) = await admin.HandInAsync("/console/plans", "file", "方案.docx", MadePlan.Word());
        var plan = location!.Split('?')[0];
        var group = (await bot.GroupAsync(await bot.PersonAsync("应急办管理员")))[2..];
        await admin.PostAsync(plan + "/activate", ("group", Guid.Parse(group).ToString()));
        var campaign = await bot.Store.ReadAsync(db => db.Plans.Select(p => p.CampaignId!).SingleAsync(), default);
        await bot.AskAsync(await bot.PersonAsync("白塔社区安全员"), "6月13日开展宣传咨询活动2场，参与60人次，发放宣传资料300份");
        var unit = await bot.Store.ReadAsync(async db => (await db.Units.SingleAsync(u => u.Name == "白塔社区")).Id, default);

        var own = await FormAsync($"/files/{campaign}/form1.docx?unit={unit}");
        Assert.Contains("开展宣传咨询活动（2）场，参与（60）人次，发放宣传资料（300）份", own, StringComparison.Ordinal);
        // Ours would have a head and notes; the plan prints none.
        Assert.DoesNotContain("填报单位", own, StringComparison.Ordinal);
        // What stands on several units says how many.
        Assert.Contains("填报单位", await FormAsync($"/files/{campaign}/form1.docx"), StringComparison.Ordinal);
    }

    private async Task<string> FormAsync(string path)
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream((await admin.FileAsync(path)).Content), false);
        return document.MainDocumentPart!.Document.InnerText;
    }

    [Fact]
    public async Task An_office_without_groups_and_units_is_told_what_is_next()
    {
        using var other = await EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        var (_, _, location) = await other.HandInAsync("/console/plans", "file", "方案.txt", Encoding.UTF8.GetBytes(MadePlan.Text));
        var plan = location!.Split('?')[0];
        await other.PostAsync(plan + "/activate");
        var words = Words(await other.PageAsync(plan));
        Assert.Contains("还没有群：到 联络群 新建一个群，生成绑定码", words, StringComparison.Ordinal);
        Assert.Contains("还没有单位：到 单位 粘贴一份名单", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_other_forms_is_read_and_one_far_too_large_is_refused()
    {
        var page = await HandInAsync(MadePlan.Text + "\n" + string.Join('\n', Enumerable.Range(1, 15_000).Select(n => $"说明{n}：" + new string('安', 30))));
        Assert.Contains(MadePlan.Title, Words(await admin.PageAsync(page)), StringComparison.Ordinal);
        var (status, words, _) = await admin.HandInAsync("/console/plans", "file", "方案.txt", new byte[12 << 20]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        Assert.Contains("内容太多", Words(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_days_a_plan_is_not_activated()
    {
        var plan = await HandInAsync("关于开展安全宣传的通知\n请各社区做好安全宣传。");
        var (status, page, _) = await admin.PostAsync(plan + "/activate");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("还不能启用：", Words(page), StringComparison.Ordinal);
        Assert.Equal(0, await bot.Store.ReadAsync(db => db.Plans.CountAsync(p => p.CampaignId != null), default));
    }

    [Fact]
    public async Task A_changed_plan_is_offered_as_a_new_revision_with_its_differences_and_never_applied_by_itself()
    {
        var first = await HandInAsync();
        var group = Guid.Parse((await bot.GroupAsync(await bot.PersonAsync("应急办管理员")))[2..]);
        await admin.PostAsync(first + "/activate", ("group", group.ToString()));
        var campaign = await bot.Store.ReadAsync(db => db.Plans.Select(p => p.CampaignId!).SingleAsync(), default);

        var second = await HandInAsync(MadePlan.Text.Replace("6月25日", "6月27日", StringComparison.Ordinal).Replace("，发放宣传资料（  ）份", "", StringComparison.Ordinal));
        var page = await admin.PageAsync(second);
        var words = Words(page);
        Assert.Contains("作为它的第2版", words, StringComparison.Ordinal);
        Assert.Contains("报送要求：总结：2024年6月25日前，一次", words, StringComparison.Ordinal);
        Assert.Contains("的填报项去掉：", words, StringComparison.Ordinal);
        Assert.Equal([1], await RevisionsAsync(campaign));

        await admin.PostAsync(second + "/activate", ("as", campaign));
        Assert.Equal([1, 2], await RevisionsAsync(campaign));
        Assert.Equal(2, await bot.Store.ReadAsync(db => db.GroupCampaigns.Where(b => b.GroupId == group && b.CampaignId == campaign).Select(b => b.Revision).SingleAsync(), default));
        var open = await bot.Store.ReadAsync(db => db.Dues.Where(d => d.CampaignId == campaign && d.ObligationId == "summary" && d.State == DueState.Open).Select(d => d.Deadline).Distinct().ToListAsync(), default);
        Assert.Equal([new DateOnly(2024, 6, 27)], open);
    }

    [Fact]
    public async Task Last_years_plan_is_drafted_again_with_this_years_days()
    {
        var (status, _, location) = await admin.PostAsync("/console/campaigns/baita-2024/again");
        Assert.Equal(HttpStatusCode.SeeOther, status);
        var plan = location!.Split('?')[0];
        var words = Words(await admin.PageAsync(plan));
        foreach (var said in new[] { "2025年", "第24个", "2025年6月1日至6月30日", "每周四前", "与去年的不同", "去年的主题是", "2025年6月25日前，一次" })
            Assert.Contains(said, words, StringComparison.Ordinal);

        await admin.PostAsync(plan + "/activate");
        var made = await bot.Store.ReadAsync(db => db.Plans.Select(p => p.CampaignId).SingleAsync(), default);
        Assert.Contains("2025年6月1日至6月30日", Words(await admin.PageAsync($"/console/campaigns/{made}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_our_plans()
    {
        var plan = await HandInAsync();
        using var stranger = await EnterAsync(bot, await OtherOffice.OwnerAsync(bot.Store));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(plan)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(plan + "/file")).Status);
        foreach (var deed in new[] { "/head", "/events", "/activities", "/undo", "/discard", "/activate", "/handins/summary", "/handins/summary/delete", "/forms/0", "/forms/0/delete" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(plan + deed)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync("/console/campaigns/none/again")).Status);
        Assert.DoesNotContain(MadePlan.Title, await stranger.PageAsync("/console/plans"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.PostFromAsync(plan + "/discard", "cross-site", [])).Status);
    }

    private async Task<string> HandInAsync(string text = MadePlan.Text)
    {
        var (status, _, location) = await admin.HandInAsync("/console/plans", "file", "方案.txt", Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.SeeOther, status);
        return location!.Split('?')[0];
    }

    private Task<List<int>> RevisionsAsync(string campaign) =>
        bot.Store.ReadAsync(db => db.Revisions.Where(r => r.CampaignId == campaign).Select(r => r.Number).Order().ToListAsync(), default);
}
