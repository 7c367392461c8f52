using System.Net;
using System.Security;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>What was given by a parameter, else by an environment variable.</summary>
internal static class Given
{
    public static string? Secret(SecureString? parameter, string? variable) =>
        parameter is not null ? new NetworkCredential("", parameter).Password
        : variable is not null ? Environment.GetEnvironmentVariable(variable)
        : null;

    public static Uri? Server(Uri? parameter, string variable) =>
        parameter ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null);
}

/// <summary>The environment variables that stand for parameters.</summary>
internal static class EnvironmentNames
{
    public const string AccessToken = "STRAVA_ACCESS_TOKEN";
    public const string BaseUri = "STRAVA_BASE_URI";
    public const string DecathlonAccessToken = "DECATHLON_ACCESS_TOKEN";
    public const string DecathlonApiKey = "DECATHLON_API_KEY";
    public const string DecathlonBaseUri = "DECATHLON_BASE_URI";
}
