using System.Management.Automation;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Creates PowerShell error records with ID, category, and next step.</summary>
internal static class ErrorRecords
{
    private const string CheckIt = "Test-ActivityFile shows all findings; -Force sends the file anyway.";

    /// <summary>Creates the record of an error. PowerShell shows the next step on a separate line, so the message omits it.</summary>
    public static ErrorRecord CreateRecord(StravaException exception, object? target) =>
        new(exception, exception.Code, CategoryOf(exception.Code), target)
        {
            ErrorDetails = new ErrorDetails(WithoutNextStep(exception.Message, exception.Error))
            {
                RecommendedAction = exception.Error.NextStep,
            },
        };

    public static ErrorRecord CreateRecord(StravaError error, object? target, params ReadOnlySpan<object?> arguments) =>
        CreateRecord(new StravaException(error, arguments), target);

    /// <summary>Creates the record of an upload's problem. The errors in a file are listed below it.</summary>
    public static ErrorRecord CreateRecord(UploadProblem problem, string? path)
    {
        if (problem.Findings.Count == 0)
        {
            return CreateRecord(problem.Exception, path);
        }

        var error = new StravaError(problem.Exception.Code, "'{0}' was not sent.{1}", CheckIt);
        return CreateRecord(new StravaException(error, path, FormatFindings(problem.Findings)), path);
    }

    private static string FormatFindings(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 1)
        {
            return $" {FormatFinding(findings[0])}";
        }

        return string.Concat(findings.Select(finding => $"{Environment.NewLine}  {FormatFinding(finding)}"));
    }

    private static string WithoutNextStep(string message, StravaError error)
    {
        if (error.NextStep.Length > 0 && message.EndsWith(error.NextStep, StringComparison.Ordinal))
        {
            return message[..^error.NextStep.Length].TrimEnd();
        }

        return message;
    }

    private static string FormatFinding(Finding finding) =>
        RemedyCommands.AppendCommand(finding.ToString()[(nameof(Severity.Error).Length + 1)..], finding.RemedyKind);

    private static ErrorCategory CategoryOf(string id) => id switch
    {
        nameof(StravaErrors.NoAccessToken) or nameof(StravaErrors.InvalidAccessToken) or nameof(StravaErrors.NotAuthorized) => ErrorCategory.AuthenticationError,
        nameof(StravaErrors.MissingScope) or nameof(StravaErrors.Forbidden) => ErrorCategory.PermissionDenied,
        nameof(StravaErrors.InsecureBaseUri) => ErrorCategory.SecurityError,
        nameof(StravaErrors.RateLimited) => ErrorCategory.LimitsExceeded,
        nameof(StravaErrors.NotFound) or nameof(StravaErrors.FileNotFound) => ErrorCategory.ObjectNotFound,
        nameof(StravaErrors.ActivityTimeConflict) or nameof(StravaErrors.UploadDuplicate) => ErrorCategory.ResourceExists,
        nameof(StravaErrors.RequestRefused) or nameof(StravaErrors.PhotoUriInvalid) or nameof(StravaErrors.NothingToChange)
            or nameof(StravaErrors.PathOutsideApi) or nameof(StravaErrors.CustomDataNameReserved)
            or nameof(StravaErrors.CustomDataNameRepeated) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.ServerFailed) or nameof(StravaErrors.UnexpectedAnswer) or nameof(StravaErrors.PhotoRefused) => ErrorCategory.ProtocolError,
        nameof(StravaErrors.ServerUnreachable) or nameof(StravaErrors.ConnectionLost) => ErrorCategory.ConnectionError,
        nameof(StravaErrors.FateUnknown) => ErrorCategory.OperationTimeout,
        nameof(StravaErrors.PathIsDirectory) or nameof(StravaErrors.NotAFileSystemPath) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.FileNotReadable) => ErrorCategory.ReadError,
        nameof(StravaErrors.UnknownRule) or nameof(StravaErrors.ReportFormatUnknown) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.ReportNotWritten) => ErrorCategory.WriteError,
        nameof(StravaErrors.FileNotWritable) => ErrorCategory.WriteError,
        nameof(StravaErrors.FileExists) => ErrorCategory.ResourceExists,
        nameof(StravaErrors.FormatNotTold) or nameof(StravaErrors.RepairTargetAmbiguous) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.PhotoNotSupported) => ErrorCategory.PermissionDenied,
        nameof(StravaErrors.DotnetNotFound) or nameof(StravaErrors.FakeStravaNotBuilt) => ErrorCategory.NotInstalled,
        nameof(StravaErrors.FakeStravaFailed) => ErrorCategory.OpenError,
        nameof(StravaErrors.NoDecathlonApiKey) or nameof(StravaErrors.InvalidDecathlonApiKey) or nameof(StravaErrors.DecathlonNotConnected)
            or nameof(StravaErrors.DecathlonNotAuthorized) or nameof(StravaErrors.AuthorizationRefused) => ErrorCategory.AuthenticationError,
        nameof(StravaErrors.DecathlonForbidden) or nameof(StravaErrors.AuthorizationDenied) => ErrorCategory.PermissionDenied,
        nameof(StravaErrors.AuthorizationForged) => ErrorCategory.SecurityError,
        nameof(StravaErrors.AuthorizationTimedOut) => ErrorCategory.OperationTimeout,
        nameof(StravaErrors.DecathlonQuotaUsedUp) or nameof(StravaErrors.DecathlonPhotoTooLarge) => ErrorCategory.LimitsExceeded,
        nameof(StravaErrors.DecathlonNotFound) => ErrorCategory.ObjectNotFound,
        nameof(StravaErrors.DecathlonActivityIdInvalid) or nameof(StravaErrors.DecathlonUrlInvalid) or nameof(StravaErrors.DecathlonSavingTwice) => ErrorCategory.InvalidArgument,
        nameof(StravaErrors.DecathlonUnexpectedAnswer) => ErrorCategory.ProtocolError,
        nameof(StravaErrors.DecathlonUnreachable) or nameof(StravaErrors.LoopbackUnavailable) => ErrorCategory.ConnectionError,
        nameof(StravaErrors.DecathlonStoredOnly) or nameof(StravaErrors.DecathlonReplacePartly) => ErrorCategory.OperationStopped,
        nameof(StravaErrors.DecathlonRaceLost) => ErrorCategory.ResourceExists,
        nameof(StravaErrors.TokenStoreUnusable) => ErrorCategory.WriteError,
        nameof(StravaErrors.PictureConverterMissing) => ErrorCategory.NotInstalled,
        // The rest, and all rules, are about the content of a file.
        _ => ErrorCategory.InvalidData,
    };
}
