using StravaTools.Client;
using StravaTools.Http.Errors;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.PostgreSql.Options;

/// <summary>How a worker uploads.</summary>
public sealed record SyncWorkerOptions
{
    /// <summary>The server. Default: Strava.</summary>
    public Uri BaseUri { get; init; } = StravaClientOptions.DefaultBaseUri;

    /// <summary>The ID of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of the application. It is needed to renew tokens.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>How many athletes this worker has at the same time.</summary>
    public int Athletes { get; init; } = 8;

    /// <summary>How long files of one athlete are sent before it is the turn of the next athlete.</summary>
    public TimeSpan Turn { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long after it was permitted a request may be sent. After a longer interruption, it is permitted again. It must be shorter than
    /// <see cref="PostgreSqlOptions.WindowMargin"/>. A file whose response was lost is not sent again before this time, a minute to
    /// connect, the timeout of a request, and ten minutes have passed.
    /// </summary>
    public TimeSpan PermitLife { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the work ends when no athlete is due now or at a known time. Files that wait for a login do not keep it running.
    /// </summary>
    public bool UntilSettled { get; init; }

    /// <summary>Called with the state of a file, when it is known or changes. On any thread.</summary>
    public Action<SyncResult>? FileChanged { get; init; }

    /// <summary>Called with the error of an athlete's turn, or of the database. The worker continues.</summary>
    public Action<ApiException>? Failed { get; init; }

    /// <summary>Does not contain the secret.</summary>
    public override string ToString() => $"application {ClientId} at {BaseUri}";
}
