using System.Collections.Frozen;
using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>What to do about an error in a build: the property or variable, which the client's errors do not name.</summary>
internal static class TaskAdvice
{
    private static readonly FrozenDictionary<string, string> ById = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ApiErrors.NoAccessToken)] =
            "Set the environment variable STRAVA_ACCESS_TOKEN, or the variable that AccessTokenVariable names. To try it offline, use the task StartFakeStrava with UseAsDefault.",
        [nameof(ApiErrors.FileNotFound)] = "The path is relative to the project.",
        [nameof(ApiErrors.PathIsDirectory)] = "Append /*.",
        [nameof(ApiErrors.FileExists)] = "Or set Overwrite to true.",
        [nameof(StravaErrors.NotAuthorized)] =
            "Run Connect-Strava in PowerShell, or set the environment variable STRAVA_ACCESS_TOKEN or the variable that AccessTokenVariable names.",
        [nameof(StravaErrors.RateLimited)] = "Set WaitForRateLimit to wait for the reset.",
        [nameof(StravaErrors.UploadDuplicate)] = "To treat duplicates as a normal result, omit TreatDuplicateAsError.",
        [nameof(StravaErrors.UnknownRule)] = "module/docs/rules.md lists the rules.",
        [nameof(StravaErrors.UnexpectedAnswer)] = "The address is set by BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.ServerUnreachable)] = "The address is set by BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.UploadRejected)] = "The task ValidateActivityFiles reports all findings.",
        [nameof(StravaErrors.FakeStravaFailed)] = "Omit Port.",
        [nameof(DecathlonErrors.NoDecathlonApiKey)] =
            "Set the environment variable DECATHLON_API_KEY, or the variable that ApiKeyVariable names. To try it offline, use the task StartFakeStrava with UseAsDefault.",
        [nameof(DecathlonErrors.DecathlonNotConnected)] =
            "Set the environment variable DECATHLON_ACCESS_TOKEN, or the variable that AccessTokenVariable names. To try it offline, use the task StartFakeStrava with UseAsDefault.",
        [nameof(DecathlonErrors.DecathlonNotAuthorized)] =
            "Set the environment variable DECATHLON_ACCESS_TOKEN, or the variable that AccessTokenVariable names.",
        [nameof(DecathlonErrors.DecathlonForbidden)] = "The key is set by DECATHLON_API_KEY, or by the variable that ApiKeyVariable names.",
        [nameof(DecathlonErrors.DecathlonUrlInvalid)] = "SendDecathlonFile sets the metadata Url.",
        [nameof(DecathlonErrors.DecathlonStoredOnly)] = "Set Url (of an item, its metadata Url).",
        [nameof(DecathlonErrors.DecathlonReplacePartly)] = "For the stored pictures, set the metadata Url to their address.",
        [nameof(DecathlonErrors.DecathlonUnexpectedAnswer)] = "The address is set by BaseUri or DECATHLON_BASE_URI.",
        [nameof(DecathlonErrors.DecathlonUnreachable)] = "The address is set by BaseUri or DECATHLON_BASE_URI.",
        [nameof(DecathlonErrors.DecathlonThumbnailMissing)] = "Set either PhotoPath or Url.",
        [nameof(DecathlonErrors.DecathlonSavingTwice)] = "Set either SaveCurrentTo or NoSave, not both.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Appends the advice for an error, if there is any.</summary>
    public static string AddTo(string text, string errorId)
    {
        if (ById.TryGetValue(errorId, out var advice))
        {
            return $"{text} {advice}".TrimStart();
        }

        return text;
    }
}
