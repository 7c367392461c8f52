using StravaTools.Client;
using StravaTools.Http.Transport;

namespace StravaTools.MSBuild.Tasks;

/// <summary>A task that connects to Strava.</summary>
/// <remarks>
/// No property accepts the token, because MSBuild logs properties. It comes from the environment, from the login of Connect-Strava, or
/// from the fake of this build.
/// </remarks>
public abstract class StravaConnectionTask : StravaTask
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

    /// <summary>The connection that the properties and the environment describe.</summary>
    private protected StravaConnection CreateConnection()
    {
        var fake = string.IsNullOrEmpty(BaseUri) ? BuildEngine.DefaultFake() : null;
        return new StravaConnection
        {
            BaseUri = fake?.Url ?? ServerAddress.Parse(BaseUri),
            AccessToken = fake?.AccessToken,
            AccessTokenVariable = AccessTokenVariable,
            Profile = Profile,
            GetEnvironmentVariable = TaskEnvironment.GetEnvironmentVariable,
            RequestCompleted = request => Log.LogMessage("{0}", request),
        };
    }
}
