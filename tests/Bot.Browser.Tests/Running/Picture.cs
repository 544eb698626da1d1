using Microsoft.Playwright;

namespace Bot.Browser.Tests.Running;

/// <summary>Real JPEG pictures, drawn by the browser.</summary>
internal static class Picture
{
    /// <summary>So many pictures, each another.</summary>
    public static async Task<IReadOnlyList<FilePayload>> DrawAsync(ChatWindow window, int count)
    {
        var drawn = await window.Page.EvaluateAsync<string[]>(
            """
            count => Array.from({ length: count }, (_, i) => {
              const canvas = document.createElement("canvas");
              canvas.width = 320;
              canvas.height = 240;
              const pen = canvas.getContext("2d");
              pen.fillStyle = `hsl(${i * 97} 60% 50%)`;
              pen.fillRect(0, 0, 320, 240);
              pen.fillStyle = "white";
              pen.fillText(`${i} ${performance.now()}`, 20, 120);
              return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
            })
            """,
            count);
        return [.. drawn.Select((bytes, i) => new FilePayload
        {
            Name = $"演练{i + 1}.jpg", MimeType = "image/jpeg", Buffer = Convert.FromBase64String(bytes),
        })];
    }

    /// <summary>Lets pictures fall onto the page, or pastes them into the text, as the system does it.</summary>
    public static Task GiveAsync(ChatWindow window, string how, IReadOnlyList<FilePayload> files) => window.Page.EvaluateAsync(
        """
        ([how, files]) => {
          const data = new DataTransfer();
          for (const { name, type, bytes } of files)
            data.items.add(new File([Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0))], name, { type }));
          const text = document.getElementById("text");
          if (how === "paste")
            return void text.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
          for (const name of ["dragenter", "dragover", "drop"])
            text.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        new object[] { how, files.Select(f => new { name = f.Name, type = f.MimeType, bytes = Convert.ToBase64String(f.Buffer) }).ToArray() });
}
