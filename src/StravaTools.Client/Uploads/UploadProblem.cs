using StravaTools.Activities.Validation;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>What a front end reports about an upload in addition to its result.</summary>
/// <param name="Exception">What went wrong. The message names the file.</param>
/// <param name="IsWarning">True if the file was uploaded and only its status is missing.</param>
public sealed record UploadProblem(ApiException Exception, bool IsWarning = false)
{
    /// <summary>The errors in the file that kept it from being sent; empty for any other problem.</summary>
    public IReadOnlyList<Finding> Findings { get; private init; } = [];

    /// <summary>Returns the problem of an upload; null if there is nothing to report.</summary>
    /// <param name="result">The result of the upload.</param>
    /// <param name="treatDuplicateAsError">True if a duplicate is a problem.</param>
    public static UploadProblem? FromResult(UploadResult result, bool treatDuplicateAsError = false)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Outcome switch
        {
            UploadOutcome.Rejected => FromRejection(result),
            UploadOutcome.NotSent => new UploadProblem(result.Cause ?? ToException(StravaErrors.UploadNotSent, result)),
            UploadOutcome.Unknown => new UploadProblem(ToException(StravaErrors.FateUnknown, result)),
            UploadOutcome.Pending when result.Error is not null => new UploadProblem(ToMissingStatus(result), IsWarning: true),
            UploadOutcome.Duplicate when treatDuplicateAsError =>
                new UploadProblem(new StravaException(StravaErrors.UploadDuplicate, result.Path, result.DuplicateOfActivityId)),
            _ => null,
        };
    }

    private static UploadProblem FromRejection(UploadResult result)
    {
        var errors = result.Findings.Where(finding => finding.Severity == Severity.Error).ToList();
        if (errors.Exists(finding => finding.RuleId == result.ErrorId))
        {
            var error = new ErrorDescriptor(result.ErrorId!, ErrorKind.InvalidData, "'{0}' was not sent.", "Fix the errors in the file.");
            return new UploadProblem(new StravaException(error, result.Path)) { Findings = errors };
        }

        if (result.ErrorId == ApiErrors.RequestRefused.Id)
        {
            return new UploadProblem(ToException(ApiErrors.RequestRefused, result));
        }

        var reason = (result.Error ?? "no reason was reported").TrimEnd('.');
        return new UploadProblem(new StravaException(StravaErrors.UploadRejected, result.Path, reason));
    }

    /// <summary>The message of the result does not name the file.</summary>
    private static StravaException ToException(ErrorDescriptor error, UploadResult result) =>
        new(error with { Text = "'{0}': {1}" }, result.Path, result.Error);

    private static StravaException ToMissingStatus(UploadResult result)
    {
        const string Text = "'{0}' was uploaded as {1}, but its status could not be retrieved: {2}";
        return new StravaException(new ErrorDescriptor(result.ErrorId!, ErrorKind.Incomplete, Text, "Request the status again later."),
            result.Path, result.Id, result.Error);
    }
}
