using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Adapters.Documents;

/// <summary>
/// The paragraph styles of an official table: 宋体 title, 黑体 headings, 仿宋 text, all Simplified Chinese. Fonts carry other names
/// of themselves, so that a computer without them takes its nearest.
/// </summary>
internal static class WordStyles
{
    public const string Attachment = "FormAttachment";
    public const string Title = "FormTitle";
    public const string Head = "FormHead";
    public const string ColumnHead = "FormColumnHead";
    public const string Name = "FormRowName";
    public const string Text = "FormText";
    public const string Note = "FormNote";
    public const string PageNumber = "FormPageNumber";

    /// <summary>The size of the title in half points.</summary>
    public const int TitleSize = 36;

    private const string FangSong = "仿宋";
    private const string Song = "宋体";
    private const string Hei = "黑体";
    private const string Latin = "Times New Roman";

    private static readonly (string Name, string Others)[] FontNames =
    [
        (FangSong, "FangSong,仿宋_GB2312,FangSong_GB2312,STFangsong,Noto Serif CJK SC"),
        (Song, "SimSun,STSong,Noto Serif CJK SC"),
        (Hei, "SimHei,STHeiti,Noto Sans CJK SC"),
    ];

    /// <summary>Adds styles, fonts and settings to a document.</summary>
    public static void Add(MainDocumentPart main)
    {
        main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new Styles(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
                Fonts(FangSong), new FontSize { Val = "24" }, new FontSizeComplexScript { Val = "24" },
                // Digits are Latin text: as Chinese, they would be broken in the middle at a line's end.
                new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" }))),
            Style("Normal", "Normal", FangSong, 24, JustificationValues.Left, standard: true),
            Style(Attachment, "附件号", Hei, 28, JustificationValues.Left, after: 60),
            Style(Title, "表题", Song, TitleSize, JustificationValues.Center, bold: true, before: 60, after: 160),
            Style(Head, "填报行", FangSong, 24, JustificationValues.Left, after: 80),
            Style(ColumnHead, "栏目名", Hei, 24, JustificationValues.Center, before: 60, after: 60),
            Style(Name, "项目名", FangSong, 24, JustificationValues.Center),
            Style(Text, "表文", FangSong, 22, JustificationValues.Both, before: 20, after: 20),
            Style(Note, "表注", FangSong, 20, JustificationValues.Left, before: 60),
            Style(PageNumber, "页码", Song, 21, JustificationValues.Center));
        main.AddNewPart<FontTablePart>("rId2").Fonts = new Fonts(FontNames.Select(font =>
            new Font(new AltName { Val = font.Others }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = font.Name }));
        main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new Settings(
            new Compatibility(new CompatibilitySetting
            {
                Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15",
            }),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" });
    }

    private static Style Style(string id, string name, string font, int halfPoints, JustificationValues justification,
        bool bold = false, int before = 0, int after = 0, bool standard = false)
    {
        var run = new StyleRunProperties(Fonts(font));
        if (bold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = Number(halfPoints) });
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id, Default = standard ? true : null, CustomStyle = standard ? null : true };
        if (!standard)
            style.Append(new BasedOn { Val = "Normal" });
        style.Append(
            new PrimaryStyle(),
            new StyleParagraphProperties(
                new SpacingBetweenLines { Before = Number(before), After = Number(after) },
                new Justification { Val = justification }),
            run);
        return style;
    }

    private static RunFonts Fonts(string eastAsia) => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = eastAsia, ComplexScript = Latin };

    private static string Number(int value) => FormattableString.Invariant($"{value}");
}
