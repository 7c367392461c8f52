using System.Collections.Frozen;

namespace StravaTools.Client;

/// <summary>
/// What the resource, field and code of Strava's faults mean, and what to do (field-notes.md, 3.1 to 3.5). The case of the resource varies.
/// </summary>
internal static class FaultHints
{
    private const string LogInAgain = "log in again: Connect-Strava";
    private const string NewCode = "a code is good once and for a few minutes only; " + LogInAgain;

    private static readonly FrozenDictionary<(string Resource, string Field, string Code), string> All =
        new Dictionary<(string, string, string), string>
        {
            [("upload", "gzip", "invalid encoding")] = "the file is not gzipped; leave .gz out of its data type",
            [("upload", "data", "empty")] = "nothing is in the file",
            [("upload", "data_type", "invalid")] = "it must be fit, tcx, gpx, these with .gz, or json",
            [("application", "client_id", "invalid")] = "there is no application of this id",
            [("application", "client_secret", "invalid")] = "copy it again from Strava's API settings page",
            [("application", "redirect_uri", "invalid")] = "it must be below the application's callback domain, or on this machine",
            [("application", "", "invalid")] = "the access token is of no application; " + LogInAgain,
            [("requesttoken", "code", "invalid")] = NewCode,
            [("authorizationcode", "code", "invalid")] = NewCode,
            [("authorizationcode", "code", "expired")] = NewCode,
            [("refreshtoken", "refresh_token", "invalid")] = "a newer one has taken its place, or the athlete has ended it; " + LogInAgain,
            [("athlete", "access_token", "invalid")] = "it has expired or was ended; " + LogInAgain,
            [("activity", "id", "invalid")] = "there is no such activity, or not for this athlete",
            [("accesstoken", "activity:write_permission", "missing")] = "log in again with the scope activity:write",
            [("accesstoken", "write_permission", "missing")] = "log in again with the scope activity:write",
            [("accesstoken", "activity:read_permission", "missing")] =
            "log in again with the scope activity:read, or activity:read_all for private activities",
            [("accesstoken", "read_permission", "missing")] = "log in again with the scope read",
            [("accesstoken", "profile:write_permission", "missing")] = "log in again with the scope profile:write",
        }.ToFrozenDictionary();

    /// <summary>Null for what is not known.</summary>
    public static string? FindHint(string? resource, string? field, string? code) =>
        All.GetValueOrDefault((resource?.ToLowerInvariant() ?? "", field?.ToLowerInvariant() ?? "", code?.ToLowerInvariant() ?? ""));
}
