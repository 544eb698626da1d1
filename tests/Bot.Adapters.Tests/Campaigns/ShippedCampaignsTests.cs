using System.Globalization;
using System.Text.Json;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;
using Bot.Domain.Replies;
using Xunit;

namespace Bot.Adapters.Tests.Campaigns;

public class ShippedCampaignsTests
{
    public static TheoryData<string> Ids => ["baita-2024", "changzhou-2022", "dongming-2023", "heilongjiang-2020", "industrial-2021"];

    [Fact]
    public void Five_campaigns_ship() => Assert.Equal(Ids.Select(row => row.Data), ShippedCampaigns.Ids);

    [Theory, MemberData(nameof(Ids))]
    public void A_shipped_campaign_loads_under_its_own_name(string id) => Assert.Equal(id, Load(id).Id.Value);

    [Theory, MemberData(nameof(Ids))]
    public void Each_blank_of_a_shipped_campaign_has_a_short_name_of_its_own(string id)
    {
        var campaign = Load(id);
        var labels = campaign.Slots.Select(slot => SlotLabels.Of(campaign, slot.Id)).Select(label => (label.Whole, label.Measure)).ToList();
        Assert.Equal(labels.Count, labels.Distinct().Count());
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        var fault = Assert.Single(Assert.IsType<CampaignFile.Broken>(ShippedCampaigns.Open("baita-2042")).Faults);

        Assert.Equal(
            "campaign: found the unknown name \"baita-2042\", expected baita-2024, changzhou-2022, dongming-2023, heilongjiang-2020 or industrial-2021",
            fault.ToString());
    }

    [Theory]
    [InlineData("baita-2024", "1,2")]
    [InlineData("changzhou-2022", "3")]
    public void Slots_are_those_of_the_slot_list(string id, string attachments)
    {
        var campaign = Load(id);
        var expected = SlotList.Read(Corpus.File($"{id}.slots.csv"));

        var actual = campaign.Forms.SelectMany(form => form.Rows, (form, row) => (form, row))
            .SelectMany(at => at.row.Slots, (at, slot) => new SlotList.Line(
                slot.Id.Value, at.form.Attachment.ToString(CultureInfo.InvariantCulture), at.row.Name, slot.Phrase, slot.Measure));

        Assert.Equal(expected, actual);
        Assert.Equal(attachments, string.Join(',', campaign.Forms.Select(form => form.Attachment)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_campaign_says_what_its_plan_says(string id)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Corpus.File($"plans/{id}.gold.json")));
        var campaign = Load(id);
        var plan = gold.RootElement;

        Assert.Equal(plan.GetProperty("title").GetString(), campaign.Title);
        Assert.Equal(plan.GetProperty("theme").GetString(), campaign.Theme);
        Assert.Equal(plan.GetProperty("document_number").GetString(), campaign.DocumentNumber);
        Assert.Equal(plan.GetProperty("year").GetInt32(), campaign.Year);
        Assert.Equal(plan.GetProperty("edition").ValueKind == JsonValueKind.Null ? null : plan.GetProperty("edition").GetInt32(), campaign.Edition);
        Assert.Equal($"{plan.GetProperty("period").GetProperty("from")}/{plan.GetProperty("period").GetProperty("to")}", campaign.Period.ToString());
        Assert.Equal(
            plan.GetProperty("events").EnumerateArray().Select(e => (e.GetProperty("date").GetString(), e.GetProperty("name").GetString())),
            campaign.Events.Select(e => ((string?)e.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), (string?)e.Name)));
        Assert.Equal(plan.GetProperty("activities").EnumerateArray().Select(a => a.GetString()), campaign.Activities);
    }

    [Theory, MemberData(nameof(Ids))]
    public void Obligations_are_those_of_the_plan(string id)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Corpus.File($"plans/{id}.gold.json")));

        var expected = gold.RootElement.GetProperty("obligations").EnumerateArray().Select(PlanObligation.Describe);

        Assert.Equal(expected, Load(id).Obligations.Select(PlanObligation.Describe));
    }

    [Theory, MemberData(nameof(Ids))]
    public void Printed_forms_are_taken_whole_and_others_are_said_to_be_ours(string id)
    {
        using var gold = JsonDocument.Parse(File.ReadAllText(Corpus.File($"plans/{id}.gold.json")));
        var printed = gold.RootElement.GetProperty("forms").EnumerateArray()
            .Where(form => form.GetProperty("slots") is { ValueKind: JsonValueKind.Number } slots && slots.GetInt32() > 0)
            .Select(form => (form.GetProperty("name").GetString(), form.GetProperty("slots").GetInt32()))
            .ToList();

        var forms = Load(id).Forms;

        Assert.Equal(printed, forms.Where(form => form.Origin == FormOrigin.Plan).Select(form => ((string?)form.Name, form.Slots.Count())));
        Assert.Equal(printed.Count == 0, forms.Any(form => form.Origin == FormOrigin.Ours));
    }

    [Theory]
    [InlineData("dongming-2023")]
    [InlineData("heilongjiang-2020")]
    [InlineData("industrial-2021")]
    public void A_form_of_ours_has_a_row_for_every_activity_of_the_plan(string id)
    {
        var campaign = Load(id);

        var rows = Assert.Single(campaign.Forms).Rows;

        Assert.Equal(campaign.Activities, rows.Take(campaign.Activities.Count).Select(row => row.Name));
        Assert.All(rows, row => Assert.NotEmpty(row.Slots));
    }

    [Theory]
    [InlineData("baita-2024", "lifeline.reward_scheme.firms", Aggregate.Latest)]
    [InlineData("baita-2024", "fivein.base.count", Aggregate.Latest)]
    [InlineData("baita-2024", "fivein.base.days", Aggregate.Latest)]
    [InlineData("baita-2024", "fivein.base.attendance", Aggregate.Sum)]
    [InlineData("baita-2024", "consult.poster.count", Aggregate.Sum)]
    [InlineData("changzhou-2022", "study.hundred_tours.firms", Aggregate.Sum)]
    [InlineData("changzhou-2022", "study.film_life.done", Aggregate.Any)]
    [InlineData("industrial-2021", "enterprise.whistle.firms", Aggregate.Latest)]
    public void Stock_figures_replace_and_occurrences_add_up(string id, string slot, Aggregate aggregate) =>
        Assert.Equal(aggregate, Load(id).Slots.Single(s => s.Id.Value == slot).Aggregate);

    [Fact]
    public void Evidence_is_asked_where_the_form_prints_it() => Assert.Equal(
        ["special.news_city.articles", "special.news_province.articles", "special.news_national.articles"],
        ShippedCampaigns.Ids.SelectMany(id => Load(id).Slots).Where(slot => slot.NeedsEvidence).Select(slot => slot.Id.Value));

    [Fact]
    public void The_progress_of_Shenyang_is_a_subject_of_its_own_with_its_own_form()
    {
        var progress = Load("baita-2024").Obligations.Single(o => o.Kind == ObligationKind.Progress);

        Assert.Equal("沈阳行", progress.Subject);
        Assert.Equal("沈阳行", Load("baita-2024").Forms.Single(form => form.Id == progress.Form).Subject);
    }

    internal static Campaign Load(string id) =>
        ShippedCampaigns.Open(id).Match(campaign => campaign, faults => throw new InvalidOperationException(string.Join('\n', faults)));
}
