using StravaTools.Decathlon;
using StravaTools.Http.Authorization;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that talks to Decathlon.</summary>
/// <remarks>
/// There is no parameter for the API key or the access token: MSBuild writes parameters to its logs. They come from the environment, from what
/// Connect-Decathlon has kept, or from the fake of this build.
/// </remarks>
public abstract class DecathlonTask : StravaTask
{
    /// <summary>
    /// The root of the server. Default: the fake that StartFakeStrava made the default of this build, else the environment variable
    /// DECATHLON_BASE_URI, else Decathlon.
    /// </summary>
    public string? BaseUri { get; set; }

    /// <summary>The environment variable that holds the API key. Default: DECATHLON_API_KEY.</summary>
    public string ApiKeyVariable { get; set; } = "DECATHLON_API_KEY";

    /// <summary>The environment variable that holds the access token; without it, the tokens of Connect-Decathlon. Default: DECATHLON_ACCESS_TOKEN.</summary>
    public string AccessTokenVariable { get; set; } = "DECATHLON_ACCESS_TOKEN";

    /// <inheritdoc/>
    protected sealed override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var http = ApiHttp.CreateClient();
        await ExecuteAsync(CreateClient(http), cancellationToken);
    }

    /// <summary>The work.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken);

    private DecathlonClient CreateClient(HttpClient http)
    {
        var fake = string.IsNullOrEmpty(BaseUri) ? BuildEngine.DefaultFake() : null;
        var connection = new DecathlonConnection
        {
            BaseUri = fake?.Url ?? ServerFrom(BaseUri),
            ApiKey = fake?.DecathlonApiKey,
            ApiKeyVariable = ApiKeyVariable,
            AccessToken = fake?.DecathlonAccessToken,
            AccessTokenVariable = AccessTokenVariable,
            GetEnvironmentVariable = TaskEnvironment.GetEnvironmentVariable,
            RequestCompleted = request => Log.LogMessage("{0}", request),
        };
        return connection.CreateClient(http);
    }
}
