using System.Collections.Frozen;
using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>What to do about an error in a build: the property or variable, which the client's errors do not name.</summary>
internal static class TaskAdvice
{
    private const string Offline = "To try it offline, use the task StartFakeStrava with UseAsDefault.";

    /// <summary>Advice that replaces the remedy of the error.</summary>
    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ApiErrors.NoAccessToken)] =
            $"Set the environment variable STRAVA_ACCESS_TOKEN, or the variable that AccessTokenVariable names. {Offline}",
        [nameof(ApiErrors.PathIsDirectory)] = "Specify the files in it with a wildcard, for example rides/*.",
        [nameof(ApiErrors.FileExists)] = "Use another path, or set Overwrite to true.",
        [nameof(StravaErrors.NoFiles)] = "Check the pattern of Files. Relative patterns start at the folder of the project.",
        [nameof(StravaErrors.FakeStravaNotRunning)] = "Use the task StartFakeStrava with UseAsDefault first, or set BaseUri to its Url.",
        [nameof(StravaErrors.FakeStravaFailed)] = "Fix the problem above. If the port is in use, omit Port.",
        [nameof(DecathlonErrors.NoDecathlonApiKey)] =
            $"Set the environment variable DECATHLON_API_KEY, or the variable that ApiKeyVariable names. {Offline}",
        [nameof(DecathlonErrors.DecathlonNotConnected)] =
            $"Set the environment variable DECATHLON_ACCESS_TOKEN, or the variable that AccessTokenVariable names. {Offline}",
        [nameof(DecathlonErrors.DecathlonThumbnailMissing)] = "Set either PhotoPath or Url.",
        [nameof(DecathlonErrors.DecathlonSavingTwice)] = "Set either SaveCurrentTo or NoSave, not both.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Advice that follows the remedy of the error.</summary>
    private static readonly FrozenDictionary<string, string> Additional = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ApiErrors.FileNotFound)] = "Relative paths start at the folder of the project.",
        [nameof(ApiErrors.InvalidBaseUri)] = "The address is set by BaseUri, STRAVA_BASE_URI, or DECATHLON_BASE_URI.",
        [nameof(ApiErrors.InsecureBaseUri)] = "The address is set by BaseUri, STRAVA_BASE_URI, or DECATHLON_BASE_URI.",
        [nameof(ApiErrors.PictureNotJpeg)] = "ConvertToJpeg converts a PNG picture.",
        [nameof(StravaErrors.NotAuthorized)] =
            "Run Connect-Strava in PowerShell, or set STRAVA_ACCESS_TOKEN, or the variable that AccessTokenVariable names, to a new token.",
        [nameof(StravaErrors.RateLimited)] = "Set WaitForRateLimit to wait for the reset.",
        [nameof(StravaErrors.UploadDuplicate)] = "To treat duplicates as a normal result, omit TreatDuplicateAsError.",
        [nameof(StravaErrors.UnknownRule)] = "module/docs/rules.md lists the rules.",
        [nameof(StravaErrors.UnexpectedAnswer)] = "The address is set by BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.ServerUnreachable)] = "The address is set by BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.UploadRejected)] = "The task ValidateActivityFiles reports all findings.",
        [nameof(DecathlonErrors.DecathlonNotAuthorized)] =
            "Set the environment variable DECATHLON_ACCESS_TOKEN, or the variable that AccessTokenVariable names.",
        [nameof(DecathlonErrors.DecathlonForbidden)] =
            "The key is set by DECATHLON_API_KEY, or by the variable that ApiKeyVariable names.",
        [nameof(DecathlonErrors.DecathlonUrlInvalid)] = "SendDecathlonFile sets the metadata Url.",
        [nameof(DecathlonErrors.DecathlonStoredOnly)] = "Set Url to that address (in AddDecathlonPhoto, the metadata Url).",
        [nameof(DecathlonErrors.DecathlonReplacePartly)] = "For the stored pictures, set the metadata Url to their address.",
        [nameof(DecathlonErrors.DecathlonUnexpectedAnswer)] = "The address is set by BaseUri or DECATHLON_BASE_URI.",
        [nameof(DecathlonErrors.DecathlonUnreachable)] = "The address is set by BaseUri or DECATHLON_BASE_URI.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The complete message of an error: what happened, why, and what to do in a build.</summary>
    public static string MessageOf(ApiException exception) =>
        $"{exception.Summary} {RemedyFor(exception.Code, exception.Error.Remedy)}".TrimEnd();

    /// <summary>What to do about an error in a build.</summary>
    /// <param name="errorId">The ID of the error; null if it has none.</param>
    /// <param name="remedy">The remedy of the error itself.</param>
    public static string RemedyFor(string? errorId, string? remedy)
    {
        if (errorId is null)
        {
            return remedy ?? "";
        }

        if (Instead.TryGetValue(errorId, out var replacement))
        {
            return replacement;
        }

        return $"{remedy} {Additional.GetValueOrDefault(errorId)}".Trim();
    }
}
