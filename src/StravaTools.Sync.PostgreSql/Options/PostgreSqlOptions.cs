namespace StravaTools.Sync.PostgreSql.Options;

/// <summary>How workers use the database.</summary>
public sealed record PostgreSqlOptions
{
    /// <summary>The connection string of Npgsql, such as <c>Host=db.example.com;Database=strava;Username=worker</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>The name of this worker in the history. It must differ from the names of other workers.</summary>
    public string Worker { get; init; } = "";

    /// <summary>Identifies the application, whose workers share the rate limits.</summary>
    public string Application { get; init; } = "default";

    /// <summary>How many requests of each rate limit window to leave for other programs of the application.</summary>
    public int RequestReserve { get; init; } = 10;

    /// <summary>After this time without a sign of life, another worker takes over the athlete.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The first and the last seconds of each window in which no request is sent: Strava's clock and the database's differ, and requests
    /// take time to arrive.
    /// </summary>
    public TimeSpan WindowMargin { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long to try to reconnect to a database that went away.</summary>
    public TimeSpan ReconnectTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Contains no password.</summary>
    public override string ToString() => $"worker '{Worker}' of application '{Application}'";
}
