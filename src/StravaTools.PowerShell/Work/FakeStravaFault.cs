namespace StravaTools.PowerShell.Work;

/// <summary>An ordered fault of a fake server.</summary>
public sealed record FakeStravaFault
{
    /// <summary>The ID.</summary>
    public long Id { get; init; }

    /// <summary>The endpoint; empty for all.</summary>
    public string? Operation { get; init; }

    /// <summary>The HTTP method; empty for all.</summary>
    public string? Method { get; init; }

    /// <summary>The path; empty for all.</summary>
    public string? Path { get; init; }

    /// <summary>The first matching request that fails.</summary>
    public int Nth { get; init; }

    /// <summary>The number of requests that fail; empty for all.</summary>
    public int? Times { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Probability { get; init; }

    /// <summary>True if the request takes effect before it fails.</summary>
    public bool TakesEffect { get; init; }

    /// <summary>The status of the response; empty for the real response.</summary>
    public int? Status { get; init; }

    /// <summary>How the connection ends; empty if it does not.</summary>
    public string? Connection { get; init; }

    /// <summary>The number of requests that have failed.</summary>
    public int Fired { get; init; }
}
