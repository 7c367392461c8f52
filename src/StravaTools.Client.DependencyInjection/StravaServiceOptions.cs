namespace StravaTools.Client.DependencyInjection;

/// <summary>Options of the registered client.</summary>
public sealed record StravaServiceOptions
{
    /// <summary>The server and the credentials. By default, they come from the environment, else from the last login.</summary>
    public StravaConnection Connection { get; init; } = new();

    /// <summary>True to wait until a used-up rate limit resets, up to 15 minutes or up to a day, instead of failing.</summary>
    public bool WaitForRateLimit { get; init; }
}
