using System.Collections.Frozen;
using StravaTools.Client;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>What to do about an error in PowerShell: the cmdlet or parameter, which the client's errors do not name.</summary>
internal static class CommandAdvice
{
    /// <summary>Advice that replaces the remedy of the error.</summary>
    private static readonly FrozenDictionary<string, string> Instead = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ApiErrors.NoAccessToken)] =
            "Run Connect-Strava once, pass -AccessToken, or set the environment variable STRAVA_ACCESS_TOKEN. "
            + "To try it offline: Start-FakeStrava -UseAsDefault.",
        [nameof(ApiErrors.LoginValueMissing)] =
            "Pass -ClientId and -ClientSecret, or -Credential, or set the environment variables of the client ID and the client secret.",
        [nameof(ApiErrors.PathIsDirectory)] = "Specify a file. For all files in the directory, append /* or use Get-ChildItem.",
        [nameof(ApiErrors.FileExists)] = "Use another path, or -Force to overwrite it.",
        [nameof(ApiErrors.LoopbackUnavailable)] = "Use another -Port, or omit it to use any free port.",
        [nameof(StravaErrors.FormatNotSpecified)] = "Use -Format.",
        [nameof(StravaErrors.RepairTargetIsSource)] = "Use another -Destination, or -InPlace to overwrite it.",
        [nameof(StravaErrors.RepairTargetAmbiguous)] = "Use either -Destination or -InPlace.",
        [nameof(StravaErrors.PhotoUriInvalid)] = "Run Get-StravaUploadStatus to get a new address.",
        [nameof(StravaErrors.PhotoRefused)] = "Run Get-StravaUploadStatus to get a new address.",
        [nameof(StravaErrors.FakeStravaNotRunning)] = "Run Start-FakeStrava, or use -Server.",
        [nameof(StravaErrors.FakeStravaFailed)] = "Fix the problem above. If the port is in use, omit -Port.",
        [nameof(DecathlonErrors.NoDecathlonApiKey)] =
            "Pass -ApiKey, or set the environment variable DECATHLON_API_KEY. To try it offline: Start-FakeStrava -UseAsDefault.",
        [nameof(DecathlonErrors.DecathlonNotConnected)] =
            "Run Connect-Decathlon once, pass -AccessToken, or set the environment variable DECATHLON_ACCESS_TOKEN. "
            + "To try it offline: Start-FakeStrava -UseAsDefault.",
        [nameof(ScheduleErrors.JobParameterNotPossible)] = "Use another parameter of Sync-StravaFolder, and a value of its type.",
        [nameof(ScheduleErrors.JobExists)] = "Use another -Name, or -Force to replace it.",
        [nameof(ScheduleErrors.JobNotFound)] = "Get-StravaSync lists the jobs.",
        [nameof(ScheduleErrors.SchedulerNotHere)] = "Omit -Scheduler, or use -WhatIf to see what it would do.",
        [nameof(SyncErrors.EventLogNotUsable)] = "Omit -EventLog, and use -LogPath.",
        [nameof(SyncErrors.LedgerNotFound)] =
            "Run Sync-StravaFolder first. The folder of ledgers is set by -LedgerPath or STRAVATOOLS_STATE.",
        [nameof(SyncErrors.MoveTargetMissing)] = "Use -MoveTo with a folder outside of the synchronized folder.",
        [nameof(SyncErrors.LedgerInsideFolder)] = "Use another -LedgerPath, or set STRAVATOOLS_STATE to a folder outside of it.",
        [nameof(PostgreSqlErrors.TokensMissing)] = "Store a login of this athlete with Submit-StravaSync -RefreshToken.",
        [nameof(DecathlonErrors.DecathlonSavingTwice)] = "Use either -SaveCurrentTo or -NoSave.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Advice that follows the remedy of the error.</summary>
    private static readonly FrozenDictionary<string, string> Additional = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [nameof(ApiErrors.InvalidBaseUri)] = "The address is set by -BaseUri, STRAVA_BASE_URI, or DECATHLON_BASE_URI.",
        [nameof(ApiErrors.InsecureBaseUri)] = "The address is set by -BaseUri, STRAVA_BASE_URI, or DECATHLON_BASE_URI.",
        [nameof(ApiErrors.PictureNotJpeg)] = "-ConvertToJpeg converts a PNG picture.",
        [nameof(ApiErrors.AuthorizationIncomplete)] = "Use -Scope to request fewer permissions.",
        [nameof(ApiErrors.AuthorizationForged)] =
            "With -NoListener, pass the complete address of the final page to -RedirectedUrl, in single quotes.",
        [nameof(ApiErrors.AuthorizationTimedOut)] = "Use -NoListener, and pass the address of the final page with -RedirectedUrl.",
        [nameof(StravaErrors.NotAuthorized)] = "Run Connect-Strava, or pass a new token with -AccessToken or STRAVA_ACCESS_TOKEN.",
        [nameof(StravaErrors.MissingScope)] = "Run Connect-Strava with -Scope.",
        [nameof(StravaErrors.RateLimited)] = "Get-StravaRateLimit shows what is left; -WaitForRateLimit waits for the reset.",
        [nameof(StravaErrors.NothingToChange)] = "For example, use -Name or -Commute.",
        [nameof(StravaErrors.InvalidPolyline)] = "Put it in single quotes.",
        [nameof(StravaErrors.UnexpectedAnswer)] = "The address is set by -BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.ServerUnreachable)] = "The address is set by -BaseUri or STRAVA_BASE_URI.",
        [nameof(StravaErrors.UploadRejected)] = "Test-ActivityFile shows all findings; Repair-ActivityFile fixes some of them.",
        [nameof(StravaErrors.UploadDuplicate)] = "To treat duplicates as a normal result, omit -TreatDuplicateAsError.",
        [nameof(StravaErrors.NoActivityInFile)] = "Test-ActivityFile shows all findings; Repair-ActivityFile fixes some of them.",
        [nameof(StravaErrors.UnknownRule)] = "Get-ActivityFileRule lists the rules.",
        [nameof(ScheduleErrors.SchedulerFailed)] = "-WhatIf shows that command. On Windows, run PowerShell as administrator.",
        [nameof(SyncErrors.LedgerDamaged)] = "Test-StravaLedger shows the damage; Repair-StravaLedger -FromStrava rebuilds it.",
        [nameof(SyncErrors.LedgerInUse)] = "-WaitForLock waits for it.",
        [nameof(SyncErrors.LedgerOfOtherAthlete)] = "The folder is set by -LedgerPath or STRAVATOOLS_STATE.",
        [nameof(SyncErrors.LockingDoesNotWork)] = "The folder is set by -LedgerPath or STRAVATOOLS_STATE.",
        [nameof(PostgreSqlErrors.DatabaseNotUsable)] = "The connection string is set by -Store.",
        [nameof(PostgreSqlErrors.TokensNotReadable)] = "Submit-StravaSync -RefreshToken stores them.",
        [nameof(DecathlonErrors.DecathlonNotAuthorized)] =
            "Run Connect-Decathlon, or pass a new token with -AccessToken or DECATHLON_ACCESS_TOKEN.",
        [nameof(DecathlonErrors.DecathlonForbidden)] = "The key is set by -ApiKey or DECATHLON_API_KEY.",
        [nameof(DecathlonErrors.DecathlonUrlInvalid)] = "Send-DecathlonFile returns it.",
        [nameof(DecathlonErrors.DecathlonUnexpectedAnswer)] = "The address is set by -BaseUri or DECATHLON_BASE_URI.",
        [nameof(DecathlonErrors.DecathlonUnreachable)] = "The address is set by -BaseUri or DECATHLON_BASE_URI.",
        [nameof(DecathlonErrors.DecathlonStoredOnly)] = "Use -Url with that address.",
        [nameof(DecathlonErrors.DecathlonRaceLost)] = "Get-DecathlonActivity shows the activity; -Url accepts the address.",
        [nameof(DecathlonErrors.DecathlonReplacePartly)] = "Use -Url for the stored pictures.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What to do about an error at the prompt.</summary>
    public static string RemedyFor(ErrorDescriptor error)
    {
        if (Instead.TryGetValue(error.Id, out var replacement))
        {
            return replacement;
        }

        return $"{error.Remedy} {Additional.GetValueOrDefault(error.Id)}".Trim();
    }
}
