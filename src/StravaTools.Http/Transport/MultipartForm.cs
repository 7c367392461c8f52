using System.Net;
using System.Text;

namespace StravaTools.Http.Transport;

/// <summary>
/// A multipart form. Names are quoted and file names are plain UTF-8, as curl and browsers send them: .NET writes unquoted names and
/// <c>filename*</c>, which some servers misread.
/// </summary>
internal static class MultipartForm
{
    /// <param name="sending">
    /// Called when the connection is ready, before the first byte of the form. If it throws, the server receives no complete request.
    /// </param>
    public static MultipartFormDataContent Create(Action? sending = null) =>
        new Form(sending) { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };

    /// <summary>Adds a field; null adds nothing.</summary>
    public static void AddField(this MultipartFormDataContent form, string name, string? value)
    {
        if (value is not null)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
            content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"{name}\"");
            form.Add(content);
        }
    }

    /// <summary>Adds the part <c>file</c>.</summary>
    public static void AddFile(this MultipartFormDataContent form, string fileName, ReadOnlyMemory<byte> bytes, string contentType)
    {
        var content = new ReadOnlyMemoryContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{Escape(fileName)}\"");
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        form.Add(content);
    }

    /// <summary>Escapes like browsers (WHATWG HTML, multipart/form-data): only quotation marks and line breaks.</summary>
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private sealed class Form(Action? sending) : MultipartFormDataContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            sending?.Invoke();
            return base.SerializeToStreamAsync(stream, context, cancellationToken);
        }
    }
}
