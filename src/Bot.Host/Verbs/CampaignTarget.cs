using System.Text;
using Bot.Adapters.Campaigns;
using Bot.Domain.Campaigns;

namespace Bot.Host.Verbs;

/// <summary>The campaign file <c>plan compile</c> writes.</summary>
/// <param name="path">As it was given.</param>
/// <param name="force">Whether a file that is there may be replaced.</param>
internal sealed class CampaignTarget(string path, bool force)
{
    /// <summary>Why nothing can be written there, as far as that can be told beforehand; null: nothing speaks against it.</summary>
    public string? Fault()
    {
        if (Directory.Exists(path)) return $"“{path}”是文件夹；请给出要写的文件名。";
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))) return $"没有“{path}”所在的文件夹；请先建好或换一个位置。";
        return File.Exists(path) && !force ? Taken() : null;
    }

    /// <summary>Writes the campaign; a reader sees the former file or this one, nothing between.</summary>
    /// <returns>What went wrong; null: nothing.</returns>
    public async Task<string?> WriteAsync(Campaign campaign, CancellationToken cancel)
    {
        var content = Encoding.UTF8.GetBytes(CampaignYamlWriter.Write(campaign));
        if (CampaignYaml.Read(content, path) is CampaignFile.Broken broken) return $"活动文件没有写成：{broken.Faults[0]}";
        var draft = path + ".new";
        try
        {
            await File.WriteAllBytesAsync(draft, content, cancel);
            File.Move(draft, path, overwrite: force);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            return File.Exists(path) && !force ? Taken() : $"“{path}”写不了；请确认本账号有权写入、磁盘有空间。";
        }
    }

    private string Taken() => $"“{path}”已经存在，没有改动它；请换一个文件名，或加 --force 覆盖。";
}
