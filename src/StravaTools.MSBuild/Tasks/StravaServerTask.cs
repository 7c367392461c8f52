using StravaTools.Client;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that sends single requests to Strava's API.</summary>
public abstract class StravaServerTask : StravaConnectionTask
{
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

    private StravaClient CreateClient(HttpClient http) =>
        CreateConnection().CreateClient(http, WaitForRateLimit, limit => LogWarning(limit));
}
