namespace StravaTools.Client;

/// <summary>Errors of Strava.</summary>
public static class StravaErrors
{
    private const string TryOffline = "To try it offline: Start-FakeStrava -UseAsDefault.";

    /// <summary>401: the token is unknown, expired or revoked.</summary>
    public static readonly StravaError NotAuthorized = new(
        nameof(NotAuthorized), "The server refused the access token (401): {0}.",
        "It may have expired: Strava's live for six hours. Get a new one and pass it with -AccessToken or STRAVA_ACCESS_TOKEN.");

    /// <summary>401: the token lacks a permission.</summary>
    public static readonly StravaError MissingScope = new(
        nameof(MissingScope), "The access token lacks a permission: {0}.",
        "Log in again with that permission, as with Connect-Strava. The token on Strava's settings page can only read.");

    /// <summary>403.</summary>
    public static readonly StravaError Forbidden = new(
        nameof(Forbidden), "The server forbids this (403): {0}.", "Look at the application's status on Strava's API settings page.");

    /// <summary>429, or 403 with the rate limit's body.</summary>
    public static readonly StravaError RateLimited = new(
        nameof(RateLimited), "The rate limit of {1} is used up until {2:yyyy-MM-dd HH:mm} UTC: {0}.",
        "Go on at that time; Get-StravaRateLimit shows how much there is.");

    /// <summary>404.</summary>
    public static readonly StravaError NotFound = new(
        nameof(NotFound), "There is no such thing on the server, or not for this athlete (404): {0}.", "Check the id, and whose access token it is.");

    /// <summary>A path that leads elsewhere.</summary>
    public static readonly StravaError PathOutsideApi = new(
        nameof(PathOutsideApi), "'{0}' is no path below {1}, and the access token is for nobody else.", "Give it as athlete/clubs, without server and version.");

    /// <summary>409: a manual activity overlaps one that is there.</summary>
    public static readonly StravaError ActivityTimeConflict = new(
        nameof(ActivityTimeConflict), "The athlete has an activity at that time already (409): {0}.", "Check the start time, or leave it at that.");

    /// <summary>An update that changes nothing.</summary>
    public static readonly StravaError NothingToChange = new(
        nameof(NothingToChange), "There is nothing to change.", "Say what to change, as with -Name or -Commute.");

    /// <summary>A custom field that would replace a documented parameter.</summary>
    public static readonly StravaError CustomDataNameReserved = new(
        nameof(CustomDataNameReserved), "The custom field '{0}' has the name of a documented parameter and would replace it.",
        "Use the parameter itself, or rename the custom field.");

    /// <summary>A setting that the server left as it was, although its answer is a success. It is reported as a warning.</summary>
    public static readonly StravaError SettingIgnored = new(
        nameof(SettingIgnored), "The server ignored {0} of activity {1}.", "Change it on strava.com or in Strava's app.");

    /// <summary>A text that no route was encoded to.</summary>
    public static readonly StravaError InvalidPolyline = new(
        nameof(InvalidPolyline), "This is no encoded polyline: {0}", "Take it as Strava sent it; in PowerShell, put it in single quotes.");

    /// <summary>A start time that is written in no known way.</summary>
    public static readonly StravaError InvalidStartTime = new(
        nameof(InvalidStartTime), "StartTime is '{0}', which is no ISO 8601 time.", "Write it as 2025-06-14T08:30:00.");

    /// <summary>A duration that is written in no known way.</summary>
    public static readonly StravaError InvalidElapsedTime = new(
        nameof(InvalidElapsedTime), "ElapsedTime is '{0}', which is no duration.", "Write seconds, or h:mm:ss.");

    /// <summary>A success without the documented JSON.</summary>
    public static readonly StravaError UnexpectedAnswer = new(
        nameof(UnexpectedAnswer), "The server's answer ({0}) is not what Strava documents: {1}.",
        "Check the server's address (-BaseUri, STRAVA_BASE_URI) and whether a proxy is in between.");

    /// <summary>The request never left, or found nobody.</summary>
    public static readonly StravaError ServerUnreachable = new(
        nameof(ServerUnreachable), "{0} cannot be reached: {1}.",
        "Nothing was sent. Check the network and the server's address (-BaseUri, STRAVA_BASE_URI), then try again.");

    /// <summary>A request that changes something was sent, and no answer tells what became of it.</summary>
    public static readonly StravaError FateUnknown = new(
        nameof(FateUnknown), "The request was sent, but whether it arrived is unknown: {0}.",
        "Look at your activities on Strava before you send it again.");

    /// <summary>Strava could not make an activity of the file.</summary>
    public static readonly StravaError UploadRejected = new(
        nameof(UploadRejected), "Strava did not take '{0}': {1}.", "Check it with Test-ActivityFile, mend it and send it again.");

    /// <summary>The same activity was there before; an error only for those who ask for one.</summary>
    public static readonly StravaError UploadDuplicate = new(
        nameof(UploadDuplicate), "'{0}' is a duplicate of activity {1}.", "Leave it at that, or leave out -TreatDuplicateAsError.");

    /// <summary>Nothing of a file can be read as an activity.</summary>
    public static readonly StravaError NoActivityInFile = new(
        nameof(NoActivityInFile), "'{0}' has no activity. {1}", "Test-ActivityFile shows all findings, and Repair-ActivityFile mends some.");

    /// <summary>A format requires something that an activity does not have.</summary>
    public static readonly StravaError ActivityNotWritable = new(
        nameof(ActivityNotWritable), "'{0}' was not written: {1}", "Choose another format, or complete the activity.");

    /// <summary>Neither the name of a file to write nor a parameter tells its format.</summary>
    public static readonly StravaError FormatNotTold = new(
        nameof(FormatNotTold), "'{0}' does not end in .fit, .gpx, .tcx or .json, plain or followed by .gz.", "Name the format with -Format.");

    /// <summary>A repair is to go to two places.</summary>
    public static readonly StravaError RepairTargetAmbiguous = new(
        nameof(RepairTargetAmbiguous), "-Destination and -InPlace exclude each other.", "Leave out one of them.");

    /// <summary>The path is no file system path.</summary>
    public static readonly StravaError NotAFileSystemPath = new(
        nameof(NotAFileSystemPath), "'{0}' is not in the file system.", "Name a file on a drive.");

    /// <summary>A pattern for rules matches none.</summary>
    public static readonly StravaError UnknownRule = new(
        nameof(UnknownRule), "There is no rule '{0}'.", "Get-ActivityFileRule lists them; * and ? are wildcards, as in GPX*.");

    /// <summary>A severity that a task was given is none.</summary>
    public static readonly StravaError UnknownSeverity = new(
        nameof(UnknownSeverity), "There is no severity '{0}'.", "Write Information, Warning or Error.");

    /// <summary>The extension of a report's path is none of a report.</summary>
    public static readonly StravaError ReportFormatUnknown = new(
        nameof(ReportFormatUnknown), "'{0}' is no name of a report.", "Let it end with .sarif (SARIF 2.1.0), .xml (JUnit) or .html.");

    /// <summary>The report cannot be written.</summary>
    public static readonly StravaError ReportNotWritten = new(
        nameof(ReportNotWritten), "The report '{0}' cannot be written: {1}", "Check the folder's permissions and that no other program has the file open.");

    /// <summary>No upload address came with the activity.</summary>
    public static readonly StravaError PhotoNotSupported = new(
        nameof(PhotoNotSupported), "Strava gave no address for a photo of '{0}': it does so for partner applications only.",
        "Ask developers@strava.com for partner access, or add the photo in Strava's app.");

    /// <summary>The picture is neither JPEG nor PNG.</summary>
    public static readonly StravaError PhotoNotAPicture = new(
        nameof(PhotoNotAPicture), "'{0}' is neither a JPEG nor a PNG picture.", "Convert it to JPEG.");

    /// <summary>The upload address cannot be used.</summary>
    public static readonly StravaError PhotoUriInvalid = new(
        nameof(PhotoUriInvalid), "The address for the photo is not usable: it must be an absolute https URI.", "Ask for the upload's status again, and use the uri it has.");

    /// <summary>The photo host refused the picture.</summary>
    public static readonly StravaError PhotoRefused = new(
        nameof(PhotoRefused), "The photo host refused the picture ({0}): {1}.",
        "The address expires: get a new one with Get-StravaUploadStatus, and try again.");

    /// <summary>dotnet is not there.</summary>
    public static readonly StravaError DotnetNotFound = new(
        nameof(DotnetNotFound), "The fake needs the .NET 10 runtime with ASP.NET Core, and there is no 'dotnet' on the PATH or under DOTNET_ROOT.",
        "Install the .NET 10 SDK or the ASP.NET Core runtime.");

    /// <summary>The fake's program is not where it belongs.</summary>
    public static readonly StravaError FakeStravaNotBuilt = new(
        nameof(FakeStravaNotBuilt), "'{0}' does not exist.", "Build it: dotnet build StravaTools.sln.");

    /// <summary>The fake ended before it was ready.</summary>
    public static readonly StravaError FakeStravaFailed = new(
        nameof(FakeStravaFailed), "The fake did not start: {0}", "Mend what it names; a port that is taken can be left out, then any free one is used.");
}
