using System.Text;
using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Face;

/// <summary>A request and its response.</summary>
internal static class RequestPage
{
    public static Html Render(RecordedRequest request) => FaceFrame.Render($"{request.Method} {request.Path}", Html.Empty, $"""
        <header><h1><code>{request.Method} {request.Url}</code></h1><p><a href="/__admin/face#requests">All requests</a></p></header>
        <main class="wide">
        <section>
        <h2>Facts</h2>
        <dl>
        {Fact("Received", $"{request.ReceivedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC")}
        {Fact("Clock of the server", $"{request.FakeTime.UtcDateTime:yyyy-MM-dd HH:mm:ss.fff} UTC")}
        {Fact("Duration", $"{request.Duration.TotalMilliseconds:0.0} ms")}
        {Fact("Answered by", $"{request.AnsweredBy}")}
        {Fact("Operation", $"{request.Operation}")}
        {Fact("Athlete", $"{request.AthleteId}")}
        {Fact("Notes", $"{string.Join(' ', request.Notes)}")}
        </dl>
        </section>
        <section><h2>Request</h2>
        {DescribeMessage(request.Headers, request.Body, request.BodyLength)}
        {request.Files.Select(DescribeFile)}
        </section>
        <section><h2>Response {request.StatusCode}</h2>
        {DescribeMessage(request.ResponseHeaders, request.ResponseBody, request.ResponseLength)}
        </section>
        </main>
        """);

    public static Html RenderMissing() => FaceFrame.Render("Not found", Html.Empty, $"""
        <header><h1>Not found</h1><p><a href="/__admin/face#requests">All requests</a></p></header>
        <main class="wide"><p>The journal does not contain this request. It keeps the last 10,000 requests.</p></main>
        """);

    private static Html Fact(string name, Html value)
    {
        if (value.IsEmpty)
        {
            return value;
        }

        return $"<div><dt>{name}</dt><dd>{value}</dd></div>";
    }

    private static Html DescribeMessage(IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body, long length) => $"""
        <pre>{headers.Select(DescribeHeader)}</pre>
        {DescribeBody(body, length)}
        """;

    private static Html DescribeHeader(KeyValuePair<string, string> header) => $"<b>{header.Key}</b>: {header.Value}\n";

    private static Html DescribeBody(ReadOnlyMemory<byte> body, long length)
    {
        if (length == 0)
        {
            return $"<p>No body.</p>";
        }

        return $"<pre>{DecodeText(body.Span)}</pre><p>{length} bytes. At most the first 64 KiB are kept.</p>";
    }

    /// <summary>Control characters are left out.</summary>
    private static string DecodeText(ReadOnlySpan<byte> body) =>
        new([.. Encoding.UTF8.GetString(body).Where(letter => !char.IsControl(letter) || letter is '\n' or '\t')]);

    private static Html DescribeFile(RecordedPart file) =>
        $"<p>File <bdi>{file.FileName}</bdi>, field {file.Name}, {file.Length} bytes</p>";
}
