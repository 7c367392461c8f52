using System.Management.Automation;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Uploads;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Creates PowerShell's error records: the ID, the category, and the recommended action.</summary>
internal static class ErrorRecords
{
    private const string ShowFindings = "Test-ActivityFile shows all findings; -Force sends the file anyway.";

    /// <summary>PowerShell shows the recommended action on a separate line, so the message does not contain it.</summary>
    public static ErrorRecord CreateRecord(ApiException exception, object? target) =>
        new(exception, exception.Code, CategoryOf(exception.Error.Kind), target)
        {
            ErrorDetails = new ErrorDetails(exception.Summary) { RecommendedAction = CommandAdvice.AddTo(exception.Error.Remedy, exception.Code) },
        };

    public static ErrorRecord CreateRecord(ErrorDescriptor error, object? target, params ReadOnlySpan<object?> arguments) =>
        CreateRecord(new ApiException(error, arguments), target);

    /// <summary>The error for an upload that was rejected, by a rule or by Strava.</summary>
    public static ErrorRecord OfRefused(UploadResult result)
    {
        var errors = result.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        var why = (result.Error ?? "no reason was given").TrimEnd('.');
        return result.ErrorId switch
        {
            { } id when errors.Exists(finding => finding.RuleId == id) => OfFindings(id, errors, result.Path),
            nameof(ApiErrors.RequestRefused) => OfMessage(ApiErrors.RequestRefused, result),
            _ => CreateRecord(StravaErrors.UploadRejected, result.Path, result.Path, why),
        };
    }

    /// <summary>The error for an upload with an unknown outcome.</summary>
    public static ErrorRecord OfUnknown(UploadResult result) => OfMessage(StravaErrors.FateUnknown, result);

    /// <summary>The client's message does not name the file.</summary>
    private static ErrorRecord OfMessage(ErrorDescriptor error, UploadResult result) =>
        CreateRecord(new ApiException(error with { Text = "'{0}': {1}" }, result.Path, result.Error), result.Path);

    private static ErrorRecord OfFindings(string id, List<Finding> errors, string? path)
    {
        var error = new ErrorDescriptor(id, ErrorKind.InvalidData, "'{0}' was not sent.{1}", ShowFindings);
        return CreateRecord(new ApiException(error, path, FormatFindings(errors)), path);
    }

    private static string FormatFindings(List<Finding> errors)
    {
        if (errors.Count == 1)
        {
            return $" {FormatFinding(errors[0])}";
        }

        return string.Concat(errors.Select(finding => $"{Environment.NewLine}  {FormatFinding(finding)}"));
    }

    private static string FormatFinding(Finding finding) => finding.ToString()[(nameof(Severity.Error).Length + 1)..];

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        ErrorKind.Authentication => ErrorCategory.AuthenticationError,
        ErrorKind.Permission => ErrorCategory.PermissionDenied,
        ErrorKind.Security => ErrorCategory.SecurityError,
        ErrorKind.Limit => ErrorCategory.LimitsExceeded,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.Conflict => ErrorCategory.ResourceExists,
        ErrorKind.Connection => ErrorCategory.ConnectionError,
        ErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ErrorKind.Protocol => ErrorCategory.ProtocolError,
        ErrorKind.FileRead => ErrorCategory.ReadError,
        ErrorKind.FileWrite => ErrorCategory.WriteError,
        ErrorKind.NotInstalled => ErrorCategory.NotInstalled,
        ErrorKind.StartFailed => ErrorCategory.OpenError,
        ErrorKind.Incomplete => ErrorCategory.OperationStopped,
        _ => ErrorCategory.InvalidData,
    };
}
