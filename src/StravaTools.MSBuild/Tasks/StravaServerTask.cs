using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that talks to Strava.</summary>
/// <remarks>
/// There is no parameter for the access token: MSBuild writes parameters to its logs. It comes from the environment, from what
/// Connect-Strava has kept, or from the fake of this build.
/// </remarks>
public abstract class StravaServerTask : StravaTask
{
    /// <summary>
    /// The root of the server. Default: the fake that StartFakeStrava made the default of this build, else the environment variable STRAVA_BASE_URI,
    /// else Strava.
    /// </summary>
    public string? BaseUri { get; set; }

    /// <summary>The environment variable that holds the access token; without it, the tokens of Connect-Strava. Default: STRAVA_ACCESS_TOKEN.</summary>
    public string AccessTokenVariable { get; set; } = "STRAVA_ACCESS_TOKEN";

    /// <summary>Wait until the rate limit opens again where Strava refuses a request for it: up to a quarter of an hour, or up to a day.</summary>
    public bool WaitForRateLimit { get; set; }

    /// <inheritdoc/>
    protected sealed override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var http = ApiHttp.CreateClient();
        await ExecuteAsync(CreateClient(http), cancellationToken);
    }

    /// <summary>The work.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken);

    private StravaClient CreateClient(HttpClient http)
    {
        var fake = string.IsNullOrEmpty(BaseUri) ? BuildEngine.DefaultFake() : null;
        var connection = new StravaConnection
        {
            BaseUri = fake?.Url ?? ServerFrom(BaseUri),
            AccessToken = fake?.AccessToken,
            AccessTokenVariable = AccessTokenVariable,
            GetEnvironmentVariable = TaskEnvironment.GetEnvironmentVariable,
            RequestCompleted = request => Log.LogMessage("{0}", request),
        };
        return connection.CreateClient(http, WaitForRateLimit, limit => LogWarning(limit.Code, limit.Message));
    }
}
