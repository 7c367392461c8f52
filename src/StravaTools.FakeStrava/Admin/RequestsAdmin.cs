using System.Globalization;
using System.Text;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Admin;

/// <summary>
/// /__admin/strava/requests: the journal with what the fake made of each request, the newest first. Tokens and secrets are hidden.
/// </summary>
internal static class RequestsAdmin
{
    public static Response ListRequests(HttpContext http, RequestJournal journal)
    {
        var query = http.Request.Query;
        var requests = journal.Snapshot().Select(entry => new RecordedRequest(entry)).Reverse()
            .Where(request => Matches(query["operation"], request.Operation) && Matches(query["method"], request.Method)
                && Matches(query["status"], request.StatusCode.ToString(CultureInfo.InvariantCulture))
                && Matches(query["answeredBy"], request.AnsweredBy.ToString()))
            .ToList();
        var limit = ReadNumber(query["limit"], int.MaxValue);
        var page = requests.Skip(ReadNumber(query["offset"], 0)).Take(limit).Select(Describe).ToList();
        return AdminJson.RespondOk(Collection.FromItems("requests", page, requests.Count));
    }

    public static Response ClearRequests(RequestJournal journal)
    {
        journal.RemoveEntries(_ => true);
        return AdminJson.NoContent();
    }

    private static bool Matches(string? wanted, string? actual) =>
        string.IsNullOrEmpty(wanted) || wanted.Equals(actual, StringComparison.OrdinalIgnoreCase);

    private static int ReadNumber(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static object Describe(RecordedRequest request) => new
    {
        request.Id,
        request.Number,
        request.ReceivedAt,
        request.FakeTime,
        DurationMs = Math.Round(request.Duration.TotalMilliseconds, 3),
        request.Method,
        request.Url,
        request.AbsoluteUrl,
        request.Headers,
        request.Parameters,
        request.Files,
        Body = Decode(request.Body),
        request.BodyLength,
        request.StatusCode,
        request.ResponseHeaders,
        ResponseBody = Decode(request.ResponseBody),
        request.ResponseLength,
        request.AnsweredBy,
        request.Operation,
        request.AthleteId,
        request.Notes,
    };

    /// <summary>As text; null for bytes that are not UTF-8, such as a FIT file.</summary>
    private static string? Decode(ReadOnlyMemory<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            return Encoding.UTF8.GetString(bytes.Span);
        }

        return null;
    }
}
