namespace StravaTools.Worker;

/// <summary>
/// The section <c>Worker</c> of appsettings.json, or environment variables such as <c>Worker__ClientId</c>. Secrets are in files.
/// </summary>
internal sealed class WorkerSettings
{
    public const string Section = "Worker";

    /// <summary>The connection string of PostgreSQL.</summary>
    public string Database { get; init; } = "";

    /// <summary>The name in the history; by default the machine and the process.</summary>
    public string? Name { get; init; }

    /// <summary>The server; Strava by default.</summary>
    public Uri? Server { get; init; }

    /// <summary>The ID of the application.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>The file with the secret of the application.</summary>
    public string ClientSecretFile { get; init; } = "";

    /// <summary>The file with the key for tokens: 32 bytes in Base64.</summary>
    public string TokenKeyFile { get; init; } = "";

    /// <summary>How many athletes the worker has at the same time.</summary>
    public int Athletes { get; init; } = 8;

    /// <summary>How many requests of each rate limit window to leave for other programs.</summary>
    public int RequestReserve { get; init; } = 10;

    /// <summary>The setting that is missing; null if none is.</summary>
    public string? FindMissing()
    {
        (string Name, string Value)[] required =
        [
            (nameof(Database), Database), (nameof(ClientId), ClientId), (nameof(ClientSecretFile), ClientSecretFile),
            (nameof(TokenKeyFile), TokenKeyFile),
        ];
        return Array.Find(required, setting => setting.Value.Length == 0).Name;
    }
}
