using System.Collections.Frozen;

namespace StravaTools.Client;

/// <summary>
/// Explains the resource, field, and code of Strava's faults (field-notes.md, 3.1 to 3.5). The case of the resource varies.
/// </summary>
internal static class FaultHints
{
    private const string NewCode = "a code works once and expires after a few minutes";

    private static readonly FrozenDictionary<(string Resource, string Field, string Code), string> All =
        new Dictionary<(string, string, string), string>
        {
            [("upload", "gzip", "invalid encoding")] = "the file is not gzipped; leave .gz out of its data type",
            [("upload", "data", "empty")] = "the file is empty",
            [("upload", "data_type", "invalid")] = "it must be fit, tcx, or gpx, each optionally with .gz, or json",
            [("application", "client_id", "invalid")] = "no application has this client ID",
            [("application", "client_secret", "invalid")] = "copy it again from Strava's API settings page",
            [("application", "redirect_uri", "invalid")] = "it must be below the application's callback domain, or on this machine",
            [("application", "", "invalid")] = "the access token does not belong to an application",
            [("requesttoken", "code", "invalid")] = NewCode,
            [("authorizationcode", "code", "invalid")] = NewCode,
            [("authorizationcode", "code", "expired")] = NewCode,
            [("refreshtoken", "refresh_token", "invalid")] = "a newer token replaced it, or the athlete revoked access",
            [("athlete", "access_token", "invalid")] = "it expired or was revoked",
            [("activity", "id", "invalid")] = "it does not exist, or is not accessible to this athlete",
            [("accesstoken", "activity:write_permission", "missing")] = "log in again with the scope activity:write",
            [("accesstoken", "write_permission", "missing")] = "log in again with the scope activity:write",
            [("accesstoken", "activity:read_permission", "missing")] =
            "log in again with the scope activity:read, or activity:read_all for private activities",
            [("accesstoken", "read_permission", "missing")] = "log in again with the scope read",
            [("accesstoken", "profile:write_permission", "missing")] = "log in again with the scope profile:write",
        }.ToFrozenDictionary();

    /// <summary>Returns the hint for a fault; null if it is unknown.</summary>
    public static string? FindHint(string? resource, string? field, string? code) =>
        All.GetValueOrDefault((resource?.ToLowerInvariant() ?? "", field?.ToLowerInvariant() ?? "", code?.ToLowerInvariant() ?? ""));
}
