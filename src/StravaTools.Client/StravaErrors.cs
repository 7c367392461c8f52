using StravaTools.Http.Errors;

namespace StravaTools.Client;

/// <summary>
/// The errors of Strava and of uploads. Errors that do not depend on the service are in <see cref="ApiErrors"/>; findings in files have the
/// ID of their rule.
/// </summary>
public static class StravaErrors
{
    /// <summary>401: the token is unknown, expired, or revoked.</summary>
    public static readonly ErrorDescriptor NotAuthorized = new(
        nameof(NotAuthorized), ErrorKind.Authentication, "The server rejected the access token (401): {0}.",
        "Get a new access token. Strava's tokens expire after six hours, and a login renews them automatically.");

    /// <summary>401: the token lacks a permission.</summary>
    public static readonly ErrorDescriptor MissingScope = new(
        nameof(MissingScope), ErrorKind.Permission, "The access token lacks a permission: {0}.",
        "Log in again and request that permission. The token on Strava's settings page can only read.");

    /// <summary>403.</summary>
    public static readonly ErrorDescriptor Forbidden = new(
        nameof(Forbidden), ErrorKind.Permission, "The server does not allow this (403): {0}.",
        "Check the application's status on Strava's API settings page.");

    /// <summary>429, or 403 with the body of a rate limit.</summary>
    public static readonly ErrorDescriptor RateLimited = new(
        nameof(RateLimited), ErrorKind.Limit, "The rate limit of {1} is used up until {2:yyyy-MM-dd HH:mm} UTC: {0}.",
        "Retry after that time.");

    /// <summary>404.</summary>
    public static readonly ErrorDescriptor NotFound = new(
        nameof(NotFound), ErrorKind.NotFound, "Not found, or not accessible to this athlete (404): {0}.",
        "Check the ID, and which athlete the access token belongs to.");

    /// <summary>The path leads to another address.</summary>
    public static readonly ErrorDescriptor PathOutsideApi = new(
        nameof(PathOutsideApi), ErrorKind.InvalidArgument,
        "'{0}' is not a path below {1}, and the access token must not be sent elsewhere.",
        "Use a path such as athlete/clubs, without server and version.");

    /// <summary>409: a manual activity overlaps an existing one.</summary>
    public static readonly ErrorDescriptor ActivityTimeConflict = new(
        nameof(ActivityTimeConflict), ErrorKind.Conflict, "The athlete already has an activity at that time (409): {0}.",
        "Check the start time. If the activity is already on Strava, no action is needed.");

    /// <summary>An update without changes.</summary>
    public static readonly ErrorDescriptor NothingToChange = new(
        nameof(NothingToChange), ErrorKind.InvalidArgument, "There is nothing to change.", "Specify at least one property to change.");

    /// <summary>A custom field that would replace a documented parameter.</summary>
    public static readonly ErrorDescriptor CustomDataNameReserved = new(
        nameof(CustomDataNameReserved), ErrorKind.InvalidArgument,
        "The custom field '{0}' has the name of a documented parameter and would replace it.",
        "Use the parameter itself, or rename the custom field.");

    /// <summary>Two custom fields have the same name.</summary>
    public static readonly ErrorDescriptor CustomDataNameRepeated = new(
        nameof(CustomDataNameRepeated), ErrorKind.InvalidArgument, "The custom field '{0}' is specified twice.", "Use each name once.");

    /// <summary>A setting that the server did not apply although it reported success. It is reported as a warning.</summary>
    public static readonly ErrorDescriptor SettingIgnored = new(
        nameof(SettingIgnored), ErrorKind.InvalidData, "The server ignored {0} of activity {1}.",
        "Change it on strava.com or in Strava's app.");

    /// <summary>403: the application's owner has no subscription.</summary>
    public static readonly ErrorDescriptor ApplicationInactive = new(
        nameof(ApplicationInactive), ErrorKind.Permission, "Strava has deactivated the application ({0}): {1}.",
        "Its owner needs a Strava subscription. Subscribe, then reactivate the application at https://www.strava.com/settings/api.");

    /// <summary>403: the application has as many athletes as it may have.</summary>
    public static readonly ErrorDescriptor AthleteCapacityReached = new(
        nameof(AthleteCapacityReached), ErrorKind.Limit, "The application has reached its limit of connected athletes ({0}): {1}.",
        "Disconnect another athlete, which can take a day, or request a higher limit at https://www.strava.com/settings/api.");

    /// <summary>402: the athlete has no subscription.</summary>
    public static readonly ErrorDescriptor SubscriptionRequired = new(
        nameof(SubscriptionRequired), ErrorKind.Permission, "Strava returns this only to athletes with a subscription ({0}): {1}.",
        "Subscribe on strava.com, or use only data that needs no subscription.");

    /// <summary>401: only Strava's own and approved applications may do this.</summary>
    public static readonly ErrorDescriptor EndpointRestricted = new(
        nameof(EndpointRestricted), ErrorKind.Permission, "Strava allows this only to its own and to approved applications ({0}): {1}.",
        "Neither a new access token nor another scope helps. Ask developers@strava.com for access.");

    /// <summary>410, or a redirect to another address of Strava's.</summary>
    public static readonly ErrorDescriptor ApiMoved = new(
        nameof(ApiMoved), ErrorKind.Protocol, "Strava's API is no longer at this address ({0}), so nothing was changed: {1}.",
        "Update StravaTools, or set the server's address to https://api-v3.strava.com.");

    /// <summary>404: Strava removed the endpoint.</summary>
    public static readonly ErrorDescriptor EndpointRemoved = new(
        nameof(EndpointRemoved), ErrorKind.NotFound, "Strava's API has no such address ({0}): {1}.",
        "Check the path. Strava removes endpoints; its changelog lists them: https://developers.strava.com/docs/changelog/.");

    /// <summary>Strava ended segment leaderboards.</summary>
    public static readonly ErrorDescriptor LeaderboardsEnded = new(
        nameof(LeaderboardsEnded), ErrorKind.Permission,
        "Strava has returned no segment leaderboards to applications since 18 June 2020 ({0}): {1}.",
        "Use the athlete's own efforts, or see the leaderboard on strava.com.");

    /// <summary>401: a token in the environment takes precedence over a login.</summary>
    public static readonly ErrorDescriptor EnvironmentTokenRejected = new(
        nameof(EnvironmentTokenRejected), ErrorKind.Authentication,
        "The server rejected the access token in an environment variable, which takes precedence over the stored login (401): {0}.",
        "Remove the environment variable to use the login.");

    /// <summary>The text is not an encoded polyline.</summary>
    public static readonly ErrorDescriptor InvalidPolyline = new(
        nameof(InvalidPolyline), ErrorKind.InvalidData, "This is not an encoded polyline: {0}", "Use the text exactly as Strava sent it.");

    /// <summary>The start time has an unknown format.</summary>
    public static readonly ErrorDescriptor InvalidStartTime = new(
        nameof(InvalidStartTime), ErrorKind.InvalidData, "StartTime is '{0}', which is not an ISO 8601 time.",
        "Use a time such as 2025-06-14T08:30:00.");

    /// <summary>The duration has an unknown format.</summary>
    public static readonly ErrorDescriptor InvalidElapsedTime = new(
        nameof(InvalidElapsedTime), ErrorKind.InvalidData, "ElapsedTime is '{0}', which is not a duration.", "Use seconds, or h:mm:ss.");

    /// <summary>A success without the documented JSON.</summary>
    public static readonly ErrorDescriptor UnexpectedAnswer = new(
        nameof(UnexpectedAnswer), ErrorKind.Protocol, "The server's response ({0}) is not what Strava documents: {1}.",
        "Check the server's address, and whether a proxy changes the response.");

    /// <summary>The request was never sent, or the server did not accept the connection.</summary>
    public static readonly ErrorDescriptor ServerUnreachable = new(
        nameof(ServerUnreachable), ErrorKind.Connection, "{0} cannot be reached, and nothing was sent: {1}.",
        "Check the network and the server's address, then try again.");

    /// <summary>A request that changes something was sent, and no response shows whether it succeeded.</summary>
    public static readonly ErrorDescriptor FateUnknown = new(
        nameof(FateUnknown), ErrorKind.Timeout, "The request was sent, but its outcome is unknown: {0}.",
        "Check your activities on Strava before you send it again.");

    /// <summary>Strava could not process the file.</summary>
    public static readonly ErrorDescriptor UploadRejected = new(
        nameof(UploadRejected), ErrorKind.InvalidData, "Strava rejected '{0}': {1}.", "Check the file, fix it, and send it again.");

    /// <summary>A file that was not sent, if the reason is not known in more detail.</summary>
    public static readonly ErrorDescriptor UploadNotSent = new(
        nameof(UploadNotSent), ErrorKind.Incomplete, "'{0}' was not sent: {1}.", "Send the file again.");

    /// <summary>The wait for an upload was canceled.</summary>
    public static readonly ErrorDescriptor WaitCanceled = new(
        nameof(WaitCanceled), ErrorKind.Incomplete, "The wait was canceled.", "Request the status of the upload later.");

    /// <summary>The activity exists already; an error only if requested.</summary>
    public static readonly ErrorDescriptor UploadDuplicate = new(
        nameof(UploadDuplicate), ErrorKind.Conflict, "'{0}' is a duplicate of activity {1}.", "No action is needed.");

    /// <summary>The file contains no readable activity.</summary>
    public static readonly ErrorDescriptor NoActivityInFile = new(
        nameof(NoActivityInFile), ErrorKind.InvalidData, "'{0}' contains no activity. {1}", "Check the file, and repair it if possible.");

    /// <summary>The format requires something that the activity does not have.</summary>
    public static readonly ErrorDescriptor ActivityNotWritable = new(
        nameof(ActivityNotWritable), ErrorKind.InvalidData, "'{0}' was not written: {1}",
        "Choose another format, or complete the activity.");

    /// <summary>Neither the name of the output file nor a setting determines its format.</summary>
    public static readonly ErrorDescriptor FormatNotSpecified = new(
        nameof(FormatNotSpecified), ErrorKind.InvalidArgument, "'{0}' does not end in {1}, plain or followed by .gz.",
        "Specify the format.");

    /// <summary>A list of files is empty, which is usually a mistake in a pattern.</summary>
    public static readonly ErrorDescriptor NoFiles = new(
        nameof(NoFiles), ErrorKind.NotFound, "No files were specified, so nothing was checked or sent.", "Check the pattern of the files.");

    /// <summary>The file to repair would be overwritten, which was not requested.</summary>
    public static readonly ErrorDescriptor RepairTargetIsSource = new(
        nameof(RepairTargetIsSource), ErrorKind.Conflict, "'{0}' would be overwritten by its repaired form.",
        "Use another destination, or repair it in place.");

    /// <summary>A repair with two destinations.</summary>
    public static readonly ErrorDescriptor RepairTargetAmbiguous = new(
        nameof(RepairTargetAmbiguous), ErrorKind.InvalidArgument, "A repaired file can be written to another folder or in place, not both.",
        "Specify only one of them.");

    /// <summary>The path is not in the file system.</summary>
    public static readonly ErrorDescriptor NotAFileSystemPath = new(
        nameof(NotAFileSystemPath), ErrorKind.InvalidArgument, "'{0}' is not in the file system.", "Specify a file on a drive.");

    /// <summary>The pattern matches no rule.</summary>
    public static readonly ErrorDescriptor UnknownRule = new(
        nameof(UnknownRule), ErrorKind.InvalidArgument, "No rule matches '{0}'.",
        "Check the rule's ID; * and ? are wildcards, for example GPX*.");

    /// <summary>The severity does not exist.</summary>
    public static readonly ErrorDescriptor UnknownSeverity = new(
        nameof(UnknownSeverity), ErrorKind.InvalidData, "'{0}' is not a severity.", "Use Information, Warning, or Error.");

    /// <summary>The report's file name has an unsupported extension.</summary>
    public static readonly ErrorDescriptor ReportFormatUnknown = new(
        nameof(ReportFormatUnknown), ErrorKind.InvalidArgument, "'{0}' is not a supported report file name.",
        "Use .sarif (SARIF 2.1.0), .xml (JUnit), or .html.");

    /// <summary>The report cannot be written.</summary>
    public static readonly ErrorDescriptor ReportNotWritten = new(
        nameof(ReportNotWritten), ErrorKind.FileWrite, "The report '{0}' cannot be written: {1}",
        "Check the folder's permissions, and close other programs that have the file open.");

    /// <summary>The activity has no photo address.</summary>
    public static readonly ErrorDescriptor PhotoNotSupported = new(
        nameof(PhotoNotSupported), ErrorKind.Permission,
        "Strava provided no photo address for '{0}': only partner applications receive one.",
        "Ask developers@strava.com for partner access, or add the photo in Strava's app.");

    /// <summary>More photos were specified than Strava provided addresses.</summary>
    public static readonly ErrorDescriptor PhotoAddressMissing = new(
        nameof(PhotoAddressMissing), ErrorKind.Limit,
        "Strava provided no further photo address for '{0}'; the number of addresses is {1}.", "Send fewer photos.");

    /// <summary>The photo address cannot be used.</summary>
    public static readonly ErrorDescriptor PhotoUriInvalid = new(
        nameof(PhotoUriInvalid), ErrorKind.InvalidArgument, "The photo address is not an absolute https address.",
        "Get the upload's status again, and use its uri.");

    /// <summary>The photo host rejected the picture.</summary>
    public static readonly ErrorDescriptor PhotoRefused = new(
        nameof(PhotoRefused), ErrorKind.Protocol, "The photo host rejected the picture ({0}): {1}.",
        "The address expires. Get the upload's status again for a new one, and retry.");

    /// <summary>The dotnet host is missing.</summary>
    public static readonly ErrorDescriptor DotnetNotFound = new(
        nameof(DotnetNotFound), ErrorKind.NotInstalled,
        "The fake requires the .NET 10 runtime with ASP.NET Core, but 'dotnet' was not found on the PATH or under DOTNET_ROOT.",
        "Install the .NET 10 SDK or the ASP.NET Core runtime.");

    /// <summary>The fake's program is missing.</summary>
    public static readonly ErrorDescriptor FakeStravaNotBuilt = new(
        nameof(FakeStravaNotBuilt), ErrorKind.NotInstalled, "'{0}' does not exist.", "Build it: dotnet build StravaTools.sln.");

    /// <summary>The fake ended before it was ready.</summary>
    public static readonly ErrorDescriptor FakeStravaFailed = new(
        nameof(FakeStravaFailed), ErrorKind.StartFailed, "The fake did not start: {0}",
        "Fix the problem above. If the port is in use, let any free port be used.");

    /// <summary>No fake server was specified, and none was started.</summary>
    public static readonly ErrorDescriptor FakeStravaNotRunning = new(
        nameof(FakeStravaNotRunning), ErrorKind.NotFound, "No fake server is running.", "Start one first.");

    /// <summary>A file is not the state of a fake server.</summary>
    public static readonly ErrorDescriptor FakeStateInvalid = new(
        nameof(FakeStateInvalid), ErrorKind.InvalidData, "'{0}' is not the state of a fake server: {1}",
        "Use a file that was exported from a fake server, or correct its JSON.");
}
