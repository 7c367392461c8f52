using StravaTools.Client;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that uses Strava's API.</summary>
/// <remarks>
/// No property takes the access token, because MSBuild logs properties. It comes from the environment, from the login of Connect-Strava, or
/// from the fake of this build.
/// </remarks>
public abstract class StravaServerTask : StravaTask
{
    /// <summary>
    /// The root address of the server. Default: the fake of StartFakeStrava with UseAsDefault, then the environment variable
    /// STRAVA_BASE_URI, then Strava.
    /// </summary>
    public string? BaseUri { get; set; }

    /// <summary>
    /// The environment variable with the access token. Default: STRAVA_ACCESS_TOKEN. If it is not set, the login of Connect-Strava is used.
    /// </summary>
    public string AccessTokenVariable { get; set; } = "STRAVA_ACCESS_TOKEN";

    /// <summary>
    /// The name of the login of Connect-Strava. It takes precedence over AccessTokenVariable. Default: the environment variable
    /// STRAVA_PROFILE, then the login without a name.
    /// </summary>
    public string? Profile { get; set; }

    /// <summary>Waits for the next window if Strava refuses a request because of a rate limit: up to 15 minutes, or up to a day.</summary>
    public bool WaitForRateLimit { get; set; }

    /// <inheritdoc/>
    protected sealed override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var http = ApiHttp.CreateClient();
        await ExecuteAsync(CreateClient(http), cancellationToken);
    }

    /// <summary>Does the work of the task.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken);

    private StravaClient CreateClient(HttpClient http)
    {
        var fake = string.IsNullOrEmpty(BaseUri) ? BuildEngine.DefaultFake() : null;
        var connection = new StravaConnection
        {
            BaseUri = fake?.Url ?? ServerFrom(BaseUri),
            AccessToken = fake?.AccessToken,
            AccessTokenVariable = AccessTokenVariable,
            Profile = Profile,
            GetEnvironmentVariable = TaskEnvironment.GetEnvironmentVariable,
            RequestCompleted = request => Log.LogMessage("{0}", request),
        };
        return connection.CreateClient(http, WaitForRateLimit, limit => LogWarning(limit));
    }
}
