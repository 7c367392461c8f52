using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using StravaTools.FakeStrava.Journal;

namespace StravaTools.FakeStrava.Stubs;

/// <summary>A request as patterns see it: the current one, or one of the journal.</summary>
internal sealed class StubRequest
{
    private readonly Lazy<Dictionary<string, StringValues>> _headers;
    private readonly Lazy<Dictionary<string, StringValues>> _query;
    private readonly Lazy<Dictionary<string, StringValues>> _form;

    public StubRequest(string method, string url, IEnumerable<KeyValuePair<string, StringValues>> headers)
    {
        (Method, Url) = (method, url);
        _headers = new Lazy<Dictionary<string, StringValues>>(() => new(headers, StringComparer.OrdinalIgnoreCase));
        var mark = url.IndexOf('?', StringComparison.Ordinal);
        Path = mark < 0 ? url : url[..mark];
        _query = new Lazy<Dictionary<string, StringValues>>(() => QueryHelpers.ParseQuery(mark < 0 ? "" : url[mark..]));
        _form = new Lazy<Dictionary<string, StringValues>>(ParseForm);
    }

    public string Method { get; }

    /// <summary>The path with the query.</summary>
    public string Url { get; }

    public string Path { get; }

    public IReadOnlyDictionary<string, StringValues> Headers => _headers.Value;

    public IReadOnlyDictionary<string, StringValues> Query => _query.Value;

    public IReadOnlyDictionary<string, StringValues> Form => _form.Value;

    public ReadOnlyMemory<byte> Body { get; set; }

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    public string? Host { get; init; }

    public string? Scheme { get; init; }

    /// <summary>All clients are on this machine.</summary>
    public string ClientIp { get; init; } = "127.0.0.1";

    /// <summary>False if only the URL and the method are known: conditions of headers and the body do not count for near misses.</summary>
    public bool IsComplete { get; init; } = true;

    public static StubRequest FromEntry(JournalEntry entry) => new(entry.Method, entry.Url, entry.Headers)
    {
        Body = entry.Body,
        Host = entry.Host,
        Scheme = entry.Scheme,
    };

    /// <summary>Without the body, which is read only for stubs that look at it.</summary>
    public static StubRequest FromCurrent(HttpRequest request) =>
        new(request.Method, RawUrl.FromRequest(request.HttpContext), request.Headers)
        {
            Host = request.Host.Value,
            Scheme = request.Scheme,
        };

    public StringValues FindCookie(string name)
    {
        if (!Headers.TryGetValue("Cookie", out var cookies))
        {
            return StringValues.Empty;
        }

        var values = cookies.SelectMany(header => (header ?? "").Split(';', StringSplitOptions.TrimEntries))
            .Where(cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal))
            .Select(cookie => cookie[(name.Length + 1)..]);
        return new StringValues([.. values]);
    }

    private Dictionary<string, StringValues> ParseForm()
    {
        if (Headers.TryGetValue("Content-Type", out var type)
            && type.ToString().StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return QueryHelpers.ParseQuery(BodyText);
        }

        return [];
    }
}
