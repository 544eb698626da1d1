using Bot.Domain.Gathering;
using Bot.Domain.Messages;

namespace Bot.Adapters.Imports;

/// <summary>Takes photos and files that lie beside a chat log; never anything outside its folder, whatever the log says.</summary>
internal sealed class LogMedia(IMediaIntake intake, string folder)
{
    private const int MostFiles = 20;

    private readonly string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    public int Taken { get; private set; }
    public int Missing { get; private set; }
    public int Refused { get; private set; }

    public async Task<IReadOnlyList<Attachment>> TakeAsync(SaidMessage said, CancellationToken cancel)
    {
        Missing += said.FilesLeftOut;
        var taken = new List<Attachment>();
        foreach (var file in said.Files.Take(MostFiles))
        {
            if (Inside(file) is not { } path)
            {
                Missing++;
                continue;
            }

            var name = Path.GetFileName(path);
            await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            switch (await intake.TakeAsync(content, name, cancel))
            {
                case IntakeOutcome.Taken t:
                    Taken++;
                    taken.Add(new Attachment { Name = name, Blob = t.Key, Kind = t.Kind, Bytes = t.Bytes, Width = t.Size?.Width, Height = t.Size?.Height });
                    break;
                default:
                    Refused++;
                    break;
            }
        }

        return taken;
    }

    // Links are not followed: they lead out of the folder.
    private string? Inside(string file)
    {
        if (file.Contains('\0', StringComparison.Ordinal) || file.Length > 1000) return null;
        var path = Path.GetFullPath(Path.Combine(root, file.Replace('\\', '/')));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(path)) return null;
        for (var at = path; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null) return null;
        }

        return path;
    }
}
