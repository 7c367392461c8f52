using StravaTools.Decathlon;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that uses Decathlon's API.</summary>
/// <remarks>
/// No property accepts the API key or the access token, because MSBuild logs properties. They come from the environment, from the login of
/// Connect-Decathlon, or from the fake of this build.
/// </remarks>
public abstract class DecathlonTask : StravaTask
{
    /// <summary>
    /// The root address of the server. Default: the fake of StartFakeStrava with UseAsDefault, then the environment variable
    /// DECATHLON_BASE_URI, then Decathlon.
    /// </summary>
    public string? BaseUri { get; set; }

    /// <summary>The environment variable with the API key. Default: DECATHLON_API_KEY.</summary>
    public string ApiKeyVariable { get; set; } = "DECATHLON_API_KEY";

    /// <summary>
    /// The environment variable with the access token. Default: DECATHLON_ACCESS_TOKEN. If it is not set, the login of Connect-Decathlon is
    /// used.
    /// </summary>
    public string AccessTokenVariable { get; set; } = "DECATHLON_ACCESS_TOKEN";

    /// <inheritdoc/>
    protected sealed override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var http = ApiHttp.CreateClient();
        await ExecuteAsync(CreateClient(http), cancellationToken);
    }

    /// <summary>Does the work of the task.</summary>
    protected abstract System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken);

    private DecathlonClient CreateClient(HttpClient http)
    {
        var fake = string.IsNullOrEmpty(BaseUri) ? BuildEngine.DefaultFake() : null;
        var connection = new DecathlonConnection
        {
            BaseUri = fake?.Url ?? ServerAddress.Parse(BaseUri),
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
