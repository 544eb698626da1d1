using Bot.Domain.Campaigns;
using Bot.Domain.GroupWords;
using Bot.Domain.Ledger;
using Bot.Domain.Messages;
using Bot.Domain.Organisation;
using Bot.Domain.Questions;
using Bot.Domain.Replies;
using Bot.Domain.Rollups;
using Bot.Host.Console;
using Bot.Host.Files;

namespace Bot.Host.Inbound;

/// <summary>Answers 我的, 汇总, 明细 and 导出 from the ledger.</summary>
internal sealed class AnswerFigures(ILedger ledger, ICampaigns campaigns)
{
    private const int MostRecords = 15;

    private static readonly string[] Formats = ["docx", "xlsx", "csv", "json"];

    /// <summary>What the asker's units have.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> MineAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Person is not { Units.Count: > 0 } person) return [scene.Answer(GroupReplies.NotALiaison)];
        var texts = new List<string>();
        foreach (var unit in person.Units)
        {
            foreach (var campaign in await campaigns.OfAsync(scene.Place, cancel))
            {
                var rollups = await RollupsAsync(scene, campaign, [unit], unit.Name, PeriodWord.All, cancel);
                if (RollupText.OfUnit(unit.Name, campaign.Campaign, rollups) is { } text) texts.Add(text);
            }
        }

        return [scene.Answer(texts.Count == 0 ? GroupReplies.NothingYet(person.Units) : string.Join('\n', texts))];
    }

    /// <summary>The figures of all units.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> RollupAsync(Scene scene, string word, CancellationToken cancel)
    {
        if (PeriodWord.Read(word, Today(scene)) is not { } period) return [scene.Answer(GroupReplies.UnknownPeriod(word))];
        var bound = await campaigns.OfAsync(scene.Place, cancel);
        if (bound.Count == 0) return [scene.Answer(GroupReplies.NoCampaign)];
        var texts = new List<string>();
        foreach (var campaign in bound)
        {
            var rollups = await RollupsAsync(scene, campaign, null, scene.Place.Office.Name, period, cancel);
            texts.Add(RollupText.OfAll(campaign.Campaign, period, Today(scene), rollups));
        }

        return [scene.Answer(string.Join("\n\n", texts), OutgoingKind.Rollup)];
    }

    /// <summary>A unit's records: its own to a liaison, any to an admin, and those only privately.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> DetailAsync(Scene scene, string name, CancellationToken cancel)
    {
        var unit = name.Length == 0 ? scene.Person?.Units.FirstOrDefault() : scene.Place.UnitCalled(name);
        if (unit is null) return [scene.Answer(name.Length == 0 ? GroupReplies.NotALiaison : GroupReplies.NoSuchUnit(name))];
        var own = scene.Person is { } person && person.Units.Any(u => u.Id == unit.Id);
        if (!own && scene.Person is not { IsAdmin: true }) return [scene.Answer(GroupReplies.OwnUnitOnly)];
        var texts = new List<string>();
        foreach (var campaign in await campaigns.OfAsync(scene.Place, cancel))
        {
            var records = await ledger.RecordsAsync(scene.Place.Office.Id, campaign.Revision.Campaign, unit.Id, MostRecords, cancel);
            if (records.Count > 0) texts.Add(RecordText.Compose(unit.Name, campaign.Campaign, records));
        }

        var answer = scene.Answer(texts.Count == 0 ? GroupReplies.NothingYet([unit]) : string.Join('\n', texts), OutgoingKind.Reply, 1);
        return own ? [answer] : AnswerWord.Privately(scene, answer);
    }

    /// <summary>The filled forms as files.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ExportAsync(Scene scene, string format, CancellationToken cancel)
    {
        var wanted = format.Trim().TrimStart('.').ToLowerInvariant() switch
        {
            "" => Formats,
            "word" or "表" or "统计表" => ["docx"],
            "excel" or "表格" => ["xlsx"],
            "zip" or "各单位" or "压缩包" => ["zip"],
            var other when Formats.Contains(other) => [other],
            _ => (string[])[],
        };
        if (wanted.Length == 0) return [scene.Answer(GroupReplies.UnknownFormat(format))];
        var person = scene.Person;
        if (person is null || (!person.IsAdmin && person.Units.Count == 0)) return [scene.Answer(GroupReplies.NotALiaison)];
        var files = new List<OutgoingFile>();
        foreach (var campaign in await campaigns.OfAsync(scene.Place, cancel))
        {
            foreach (var form in campaign.Campaign.Forms) files.AddRange(wanted.Select(f => File(campaign, form, f)));
        }

        return files.Count == 0
            ? [scene.Answer(GroupReplies.NoCampaign)]
            : AnswerWord.Privately(scene, scene.Answer(GroupReplies.FilesReady, OutgoingKind.Reply, 1) with { Files = files });
    }

    /// <summary>The charts as pictures, privately; which unit reported when only to an admin.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>> ChartsAsync(Scene scene, CancellationToken cancel)
    {
        if (scene.Person is not { } person || (!person.IsAdmin && person.Units.Count == 0)) return [scene.Answer(GroupReplies.NotALiaison)];
        var files = new List<OutgoingFile>();
        foreach (var campaign in (await campaigns.OfAsync(scene.Place, cancel)).Select(c => c.Campaign))
        {
            foreach (var obligation in ChartPaths.Recurring(campaign))
            {
                var asked = obligation.Thing ?? ScheduleText.Name(obligation.Kind);
                files.Add(new OutgoingFile($"{asked}报送率.png", ChartPaths.Of(campaign.Id, ChartPaths.Rate, obligation.Id, "png")));
                if (person.IsAdmin) files.Add(new OutgoingFile($"{asked}各单位各期.png", ChartPaths.Of(campaign.Id, ChartPaths.Units, obligation.Id, "png")));
            }

            files.AddRange(campaign.Forms.Select(form => new OutgoingFile($"{form.Name}.png", ChartPaths.Of(campaign.Id, ChartPaths.Rows, form.Id.Value, "png"))));
        }

        return files.Count == 0
            ? [scene.Answer(GroupReplies.NoCampaign)]
            : AnswerWord.Privately(scene, scene.Answer(GroupReplies.ChartsReady, OutgoingKind.Reply, 1) with { Files = files });
    }

    /// <summary>A figure that was asked for in free words: of all units to everybody, of one to itself and privately to its admin.</summary>
    public async Task<IReadOnlyList<OutgoingMessage>?> FigureAsync(Scene scene, FreeQuestion.Figure question, CancellationToken cancel)
    {
        if (question.Slots.Count == 0) return scene.Person is { IsAdmin: true } ? [scene.Answer(QuestionText.NoSuchBlank)] : null;
        var own = scene.Person?.Units ?? [];
        IReadOnlyList<Unit>? units = question.Whose switch
        {
            FigureOf.One one => [one.Unit],
            FigureOf.Own => own,
            _ => null,
        };
        if (units is { Count: 0 }) return null;
        var isOwn = units?.All(u => own.Any(o => o.Id == u.Id)) ?? false;
        if (units is not null && !isOwn && !units.All(u => ExcuseDues.MayDecide(scene, u))) return [scene.Answer(QuestionText.OwnOrAll)];

        var campaign = (await campaigns.OfAsync(scene.Place, cancel)).First(c => c.Campaign.Id == question.Campaign.Id);
        var period = question.Period is { } span ? new PeriodWord(span.Days, span.Name) : PeriodWord.All;
        var whose = units is null ? "" : string.Join('、', units.Select(u => u.Name));
        var rollups = await RollupsAsync(scene, campaign, units, whose, period, cancel);
        var text = QuestionText.Figure(question, rollups, whose, Today(scene));
        var privately = !scene.InGroup || (units is not null && !isOwn);
        var answer = scene.Answer(text, number: privately && scene.InGroup ? 1 : 0);
        if (privately && scene.Person is { IsAdmin: true }) answer = answer with { Files = [SourcesOf(campaign, rollups, question.Slots[0])] };
        return privately ? AnswerWord.Privately(scene, answer) : [answer];
    }

    private static OutgoingFile SourcesOf(ActiveCampaign campaign, IReadOnlyList<Rollup> rollups, SlotId slot) => new(
        QuestionText.Sources, ConsolePaths.Cell(campaign.Revision.Campaign, rollups.First(r => r.Form.Slots.Any(s => s.Id == slot)).Form.Id, slot));

    private async Task<IReadOnlyList<Rollup>> RollupsAsync(
        Scene scene, ActiveCampaign campaign, IReadOnlyList<Unit>? only, string name, PeriodWord period, CancellationToken cancel)
    {
        var office = scene.Place.Office.Id;
        var booked = await ledger.FiguresAsync(office, campaign.Revision.Campaign, only?.Select(u => u.Id).ToList(), cancel);
        var reported = await ledger.ReportedAsync(office, campaign.Revision.Campaign, period.Days, cancel);
        var units = only ?? ExpectedUnits.Of(scene.Place.Units, campaign.Campaign, period.Days, Today(scene), [.. reported, .. booked.Select(f => f.Unit)]);
        return [.. campaign.Campaign.Forms.Select(form => RollupBuilder.Build(new RollupRequest
        {
            Campaign = campaign.Campaign, Form = form, UnitName = name, Units = units, Period = period.Days, Reported = reported, Figures = booked,
        }))];
    }

    private static DateOnly Today(Scene scene) => DateOnly.FromDateTime(scene.Place.Local(scene.Now));

    private static OutgoingFile File(ActiveCampaign campaign, Form form, string format) =>
        new($"{form.Name}.{format}", $"/files/{campaign.Revision.Campaign}/{form.Id}.{format}");
}
