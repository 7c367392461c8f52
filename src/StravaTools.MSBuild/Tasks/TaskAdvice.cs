using System.Collections.Frozen;
using StravaTools.Client;

namespace StravaTools.MSBuild.Tasks;

/// <summary>The next steps of errors in terms of a project: properties, metadata, and tasks instead of parameters and cmdlets.</summary>
internal static class TaskAdvice
{
    private const string UseUrl = "Do not send the file again: set Url (of an item, its metadata Url) to that address.";

    private static readonly FrozenDictionary<string, string> NextSteps = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [StravaErrors.NoAccessToken.Id] =
            "Run Connect-Strava once in PowerShell, or set the environment variable STRAVA_ACCESS_TOKEN or the one that "
            + "AccessTokenVariable names.",
        [StravaErrors.NotAuthorized.Id] =
            "It may have expired. Run Connect-Strava in PowerShell, or set STRAVA_ACCESS_TOKEN to a new access token.",
        [StravaErrors.RateLimited.Id] = "Retry after that time, or set WaitForRateLimit to true.",
        [StravaErrors.UploadRejected.Id] = "Check the file with ValidateActivityFiles, fix it, and send it again.",
        [StravaErrors.UploadDuplicate.Id] = "No action is needed. To treat duplicates as a normal result, omit TreatDuplicateAsError.",
        [StravaErrors.FileNotFound.Id] = "Check the path; it is relative to the project.",
        [StravaErrors.PathIsDirectory.Id] = "Include the files in it: append /*.",
        [StravaErrors.FileExists.Id] = "Write to another path, or set Overwrite to true.",
        [StravaErrors.UnknownRule.Id] = "module/docs/rules.md lists the rules. * and ? are wildcards, for example GPX*.",
        [StravaErrors.PhotoRefused.Id] = "The address expires. Upload the activity again to get a new one.",
        [StravaErrors.NoDecathlonApiKey.Id] = "Set the environment variable DECATHLON_API_KEY or the one that ApiKeyVariable names.",
        [StravaErrors.DecathlonNotConnected.Id] =
            "Run Connect-Decathlon once in PowerShell, or set the environment variable DECATHLON_ACCESS_TOKEN or the one that "
            + "AccessTokenVariable names.",
        [StravaErrors.DecathlonForbidden.Id] = "Check the API key (DECATHLON_API_KEY) and whose activity it is.",
        [StravaErrors.DecathlonUrlInvalid.Id] = "Use the metadata Url that SendDecathlonFile sets.",
        [StravaErrors.DecathlonUnexpectedAnswer.Id] =
            "Check the server's address (BaseUri, DECATHLON_BASE_URI) and whether a proxy is in between.",
        [StravaErrors.DecathlonUnreachable.Id] =
            "Nothing was sent. Check the network and the server's address (BaseUri, DECATHLON_BASE_URI), then try again.",
        [StravaErrors.DecathlonStoredOnly.Id] = UseUrl,
        [StravaErrors.DecathlonRaceLost.Id] = "Check the activity, then run the build again.",
        [StravaErrors.DecathlonReplacePartly.Id] =
            "Fix the other errors. For pictures that are already stored, set the metadata Url to their address.",
        [StravaErrors.DecathlonThumbnailMissing.Id] = "Set PhotoPath or Url.",
        [StravaErrors.FakeStravaFailed.Id] = "Fix the problem above. If the port is in use, omit Port to use any free port.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The message of an error, with the next step that a project can take.</summary>
    public static string MessageFor(StravaException exception) => WithAdvice(exception.Message, exception.Error);

    /// <summary>The same for a message that has been written already.</summary>
    public static string WithAdvice(string message, StravaError error)
    {
        if (!NextSteps.TryGetValue(error.Id, out var advice) || !message.EndsWith(error.NextStep, StringComparison.Ordinal))
        {
            return message;
        }

        return $"{message[..^error.NextStep.Length].TrimEnd()} {advice}";
    }
}
