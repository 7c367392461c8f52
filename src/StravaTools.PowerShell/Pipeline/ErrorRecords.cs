using StravaTools.Client.Decathlon;
using StravaTools.Client.Http;
using System.Management.Automation;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Makes PowerShell's error records of ours: the id, the category and the next step.</summary>
internal static class ErrorRecords
{
    private const string CheckIt = "Test-ActivityFile shows all findings; -Force sends the file all the same.";

    /// <summary>PowerShell shows the next step on a line of its own, so the text above it goes without.</summary>
    public static ErrorRecord CreateRecord(StravaException exception, object? target) =>
        new(exception, exception.Code, CategoryOf(exception.Code), target)
        {
            ErrorDetails = new ErrorDetails(WithoutNextStep(exception.Message, exception.Error)) { RecommendedAction = exception.Error.NextStep },
        };

    public static ErrorRecord CreateRecord(StravaError error, object? target, params ReadOnlySpan<object?> arguments) =>
        CreateRecord(new StravaException(error, arguments), target);

    /// <summary>The error of an upload that was refused, here or there.</summary>
    public static ErrorRecord OfRefused(UploadResult result)
    {
        var errors = result.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var why = (result.Error ?? "it gave no reason").TrimEnd('.');
        return result.ErrorId switch
        {
            { } id when errors.Exists(finding => finding.RuleId == id) => OfFindings(id, errors, result.Path),
            nameof(ApiErrors.RequestRefused) => OfMessage(ApiErrors.RequestRefused, result),
            _ => CreateRecord(StravaErrors.UploadRejected, result.Path, result.Path, why),
        };
    }

    /// <summary>The error of an upload that may or may not have arrived.</summary>
    public static ErrorRecord OfUnknown(UploadResult result) => OfMessage(StravaErrors.FateUnknown, result);

    /// <summary>The client has written the message, but does not name the file.</summary>
    private static ErrorRecord OfMessage(StravaError error, UploadResult result) =>
        CreateRecord(new StravaException(error with { Text = "'{0}': {1}" }, result.Path, WithoutNextStep(result.Error ?? "", error)), result.Path);

    private static ErrorRecord OfFindings(string id, List<Finding> errors, string? path)
    {
        var lines = errors.Count == 1 ? $" {FormatFinding(errors[0])}" : string.Concat(errors.Select(finding => $"{Environment.NewLine}  {FormatFinding(finding)}"));
        var error = new StravaError(id, "'{0}' was not sent.{1}", CheckIt);
        return CreateRecord(new StravaException(error, path, lines), path);
    }

    private static string WithoutNextStep(string message, StravaError error)
    {
        if (error.NextStep.Length > 0 && message.EndsWith(error.NextStep, StringComparison.Ordinal))
        {
            return message[..^error.NextStep.Length].TrimEnd();
        }

        return message;
    }

    private static string FormatFinding(Finding finding) => finding.ToString()[(nameof(Severity.Error).Length + 1)..];

    private static ErrorCategory CategoryOf(string id) => id switch
    {
        nameof(ApiErrors.NoAccessToken) or nameof(ApiErrors.InvalidAccessToken) or nameof(StravaErrors.NotAuthorized) => ErrorCategory.AuthenticationError,
        nameof(StravaErrors.MissingScope) or nameof(StravaErrors.Forbidden) => ErrorCategory.PermissionDenied,
        nameof(ApiErrors.InsecureBaseUri) => ErrorCategory.SecurityError,
        nameof(StravaErrors.RateLimited) => ErrorCategory.LimitsExceeded,
        nameof(StravaErrors.NotFound) or nameof(ApiErrors.FileNotFound) => ErrorCategory.ObjectNotFound,
        nameof(StravaErrors.ActivityTimeConflict) or nameof(StravaErrors.UploadDuplicate) => ErrorCategory.ResourceExists,
        nameof(ApiErrors.RequestRefused) or nameof(StravaErrors.PhotoUriInvalid) or nameof(StravaErrors.NothingToChange)
            or nameof(StravaErrors.PathOutsideApi) or nameof(StravaErrors.CustomDataNameReserved) => ErrorCategory.InvalidArgument,
        nameof(ApiErrors.ServerFailed) or nameof(StravaErrors.UnexpectedAnswer) or nameof(StravaErrors.PhotoRefused) => ErrorCategory.ProtocolError,
        nameof(StravaErrors.ServerUnreachable) or nameof(ApiErrors.ConnectionLost) => ErrorCategory.ConnectionError,
        nameof(StravaErrors.FateUnknown) => ErrorCategory.OperationTimeout,
        nameof(ApiErrors.PathIsDirectory) or nameof(StravaErrors.NotAFileSystemPath) => ErrorCategory.InvalidArgument,
        nameof(ApiErrors.FileNotReadable) => ErrorCategory.ReadError,
        nameof(StravaErrors.UnknownRule) or nameof(StravaErrors.ReportFormatUnknown) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.ReportNotWritten) => ErrorCategory.WriteError,
        nameof(ApiErrors.FileNotWritable) => ErrorCategory.WriteError,
        nameof(ApiErrors.FileExists) => ErrorCategory.ResourceExists,
        nameof(StravaErrors.FormatNotTold) or nameof(StravaErrors.RepairTargetAmbiguous) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.PhotoNotSupported) => ErrorCategory.PermissionDenied,
        nameof(StravaErrors.DotnetNotFound) or nameof(StravaErrors.FakeStravaNotBuilt) => ErrorCategory.NotInstalled,
        nameof(StravaErrors.FakeStravaFailed) => ErrorCategory.OpenError,
        nameof(DecathlonErrors.NoDecathlonApiKey) or nameof(DecathlonErrors.InvalidDecathlonApiKey) or nameof(DecathlonErrors.DecathlonNotConnected)
            or nameof(DecathlonErrors.DecathlonNotAuthorized) or nameof(ApiErrors.AuthorizationRefused) => ErrorCategory.AuthenticationError,
        nameof(DecathlonErrors.DecathlonForbidden) or nameof(ApiErrors.AuthorizationDenied) => ErrorCategory.PermissionDenied,
        nameof(ApiErrors.AuthorizationForged) => ErrorCategory.SecurityError,
        nameof(ApiErrors.AuthorizationTimedOut) => ErrorCategory.OperationTimeout,
        nameof(DecathlonErrors.DecathlonQuotaUsedUp) or nameof(DecathlonErrors.DecathlonPhotoTooLarge) => ErrorCategory.LimitsExceeded,
        nameof(DecathlonErrors.DecathlonNotFound) => ErrorCategory.ObjectNotFound,
        nameof(DecathlonErrors.DecathlonActivityIdInvalid) or nameof(DecathlonErrors.DecathlonUrlInvalid) or nameof(DecathlonErrors.DecathlonSavingTwice) => ErrorCategory.InvalidArgument,
        nameof(DecathlonErrors.DecathlonUnexpectedAnswer) => ErrorCategory.ProtocolError,
        nameof(DecathlonErrors.DecathlonUnreachable) or nameof(ApiErrors.LoopbackUnavailable) => ErrorCategory.ConnectionError,
        nameof(DecathlonErrors.DecathlonStoredOnly) or nameof(DecathlonErrors.DecathlonReplacePartly) => ErrorCategory.OperationStopped,
        nameof(DecathlonErrors.DecathlonRaceLost) => ErrorCategory.ResourceExists,
        nameof(ApiErrors.TokenStoreUnusable) => ErrorCategory.WriteError,
        nameof(ApiErrors.PictureConverterMissing) => ErrorCategory.NotInstalled,
        // The rest, and all rules, are about the content of a file.
        _ => ErrorCategory.InvalidData,
    };
}
