
namespace StravaTools.PowerShell.Parameters;

/// <summary>The environment variables that replace parameters.</summary>
internal static class EnvironmentNames
{
    public const string AccessToken = "STRAVA_ACCESS_TOKEN";
    public const string BaseUri = "STRAVA_BASE_URI";
    public const string DecathlonAccessToken = "DECATHLON_ACCESS_TOKEN";
    public const string DecathlonApiKey = "DECATHLON_API_KEY";
    public const string DecathlonBaseUri = "DECATHLON_BASE_URI";
}
