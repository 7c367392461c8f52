using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using StravaTools.Http.Text;

namespace StravaTools.Http.Transport;

/// <summary>Describes a request and its response for people who look for a fault. It contains no secret of either.</summary>
internal static partial class ExchangeText
{
    private const int MaxBodyLength = 2000;

    /// <summary>The headers that explain a response. Others may contain a session or a signature.</summary>
    private static readonly string[] ShownHeaders =
        ["Date", "Retry-After", "X-RateLimit-Limit", "X-RateLimit-Usage", "X-ReadRateLimit-Limit", "X-ReadRateLimit-Usage", "X-Request-Id"];

    /// <summary>Describes an exchange, a line per header, with <c>&gt;</c> for the request and <c>&lt;</c> for the response.</summary>
    public static string Describe(HttpRequestMessage request, ApiResponse? answer, Redaction redaction, bool isTokenRequest)
    {
        var text = new StringBuilder();
        AppendLine(text, '>', $"{request.Method} {HideQueries(redaction.HideSecrets(request.RequestUri!.AbsoluteUri))}");
        if (request.Headers.Authorization is { } authorization)
        {
            AppendLine(text, '>', $"Authorization: {authorization.Scheme} (hidden)");
        }

        AppendLine(text, '>', $"Accept: {request.Headers.Accept}");
        if (request.Content?.Headers is { ContentType: { } type } headers)
        {
            var length = headers.ContentLength?.ToString(CultureInfo.InvariantCulture);
            AppendLine(text, '>', $"Content-Type: {type.MediaType}, {length} bytes");
        }

        if (answer is null)
        {
            return text.Append("< no response").ToString();
        }

        AppendLine(text, '<', string.Create(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode} {answer.StatusCode}"));
        AppendHeaders(text, answer.Headers);
        AppendLine(text, '<', $"Content-Type: {answer.MediaType}");
        AppendLine(text, '<', DescribeBody(answer, redaction, isTokenRequest));
        return text.ToString().TrimEnd();
    }

    private static void AppendHeaders(StringBuilder text, HttpResponseHeaders headers)
    {
        foreach (var name in ShownHeaders)
        {
            if (headers.TryGetValues(name, out var values))
            {
                AppendLine(text, '<', $"{name}: {string.Join(", ", values)}");
            }
        }
    }

    private static string DescribeBody(ApiResponse answer, Redaction redaction, bool isTokenRequest)
    {
        if (isTokenRequest)
        {
            return "(tokens are not shown)";
        }

        // Hidden before it is cut, which could leave half a secret.
        return HideQueries(PlainText.Shorten(redaction.HideSecrets(answer.Text), MaxBodyLength));
    }

    // The signature in an address permits everybody to send a photo.
    private static string HideQueries(string text) => Queries().Replace(text, "?(hidden)");

    private static void AppendLine(StringBuilder text, char mark, string line) =>
        text.Append(mark).Append(' ').Append(PlainText.ToOneLine(line)).Append('\n');

    [GeneratedRegex("(?<=https?:[^\\s\"<>]*)(?:\\?|\\\\u003[fF])[^\\s\"<>]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Queries();
}
