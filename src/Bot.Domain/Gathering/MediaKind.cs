namespace Bot.Domain.Gathering;

/// <summary>The kinds of files that are taken from people. Nothing else is ever stored as a hand-in.</summary>
public enum MediaKind
{
    /// <summary>JPEG picture.</summary>
    Jpeg,

    /// <summary>PNG picture.</summary>
    Png,

    /// <summary>WebP picture.</summary>
    WebP,

    /// <summary>HEIC picture, as phones take them.</summary>
    Heic,

    /// <summary>MP4 or QuickTime (MOV) video.</summary>
    Mp4,

    /// <summary>PDF document.</summary>
    Pdf,

    /// <summary>Word document without macros.</summary>
    Docx,

    /// <summary>Excel workbook without macros.</summary>
    Xlsx,

    /// <summary>Plain text or Markdown; which of them, its name tells.</summary>
    Text,
}
