namespace StravaTools.PowerShell.Work;

/// <summary>A request that a fake server received. Secrets are hidden.</summary>
public sealed record FakeStravaRequest
{
    /// <summary>Counts from 1 since the start or the reset of the journal.</summary>
    public long Number { get; init; }

    /// <summary>When the request was received, by the real clock.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When the request was received, by the clock of the fake server.</summary>
    public DateTimeOffset FakeTime { get; init; }

    /// <summary>Milliseconds until the response.</summary>
    public double DurationMs { get; init; }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>Path and query.</summary>
    public string Url { get; init; } = "";

    /// <summary>The endpoint, for example createUpload; empty if the path matches none.</summary>
    public string? Operation { get; init; }

    /// <summary>The status of the response.</summary>
    public int StatusCode { get; init; }

    /// <summary>What answered: strava, decathlon, stub, fault, and so on.</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>The headers of the request.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The parameters of query and body.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The body as text; empty for other bytes, such as a FIT file.</summary>
    public string? Body { get; init; }

    /// <summary>The body of the response as text.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>What the fake server did.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Such as "GET /api/v3/athlete 200".</summary>
    public override string ToString() => FormattableString.Invariant($"{Method} {Url} {StatusCode}");
}
