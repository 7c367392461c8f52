using System.Management.Automation;
using StravaTools.Activities.Validation;
using StravaTools.Client.Uploads;
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
            ErrorDetails =
                new ErrorDetails(exception.Summary) { RecommendedAction = CommandAdvice.RemedyFor(exception.Error) },
        };

    public static ErrorRecord CreateRecord(ErrorDescriptor error, object? target, params ReadOnlySpan<object?> arguments) =>
        CreateRecord(new ApiException(error, arguments), target);

    /// <summary>Creates the record of an upload's problem. The errors in a file are listed below it.</summary>
    public static ErrorRecord CreateRecord(UploadProblem problem, string? path)
    {
        if (problem.Findings.Count == 0)
        {
            return CreateRecord(problem.Exception, path);
        }

        var error = new ErrorDescriptor(problem.Exception.Code, ErrorKind.InvalidData, "'{0}' was not sent.{1}", ShowFindings);
        return CreateRecord(new ApiException(error, path, FormatFindings(problem.Findings)), path);
    }

    private static string FormatFindings(IReadOnlyList<Finding> errors)
    {
        if (errors.Count == 1)
        {
            return $" {FormatFinding(errors[0])}";
        }

        return string.Concat(errors.Select(finding => $"{Environment.NewLine}  {FormatFinding(finding)}"));
    }

    private static string FormatFinding(Finding finding) =>
        RemedyCommands.AppendCommand(finding.ToString()[(nameof(Severity.Error).Length + 1)..], finding.RemedyKind);

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
