using System.Collections.Concurrent;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Checks a file, uploads it, and waits for it. Cmdlets and tasks call this and show the result. An uploader gives each file a different
/// external ID: it "should be a unique identifier" (strava-uploads.md, "Upload an Activity"), and file names are often not unique.
/// </summary>
public sealed class ActivityUploader(StravaClient client)
{
    private const string StopText = "It was not sent, because two files in a row had the same answer: {0}.";

    private readonly FatalAnswers _answers = new();
    private readonly ConcurrentDictionary<string, string> _externalIds = new(StringComparer.Ordinal);

    /// <summary>Checks a file, uploads it, and waits for it.</summary>
    /// <param name="request">The file and its properties.</param>
    /// <param name="options">Whether to send a file with errors, and how long to wait.</param>
    /// <param name="progress">Receives the status after each poll.</param>
    /// <param name="cancellationToken">Cancels the operation; a request that was already sent may still take effect.</param>
    /// <returns>
    /// The outcome of the file. Every failure of the service is a result, not an exception: a file that was not sent
    /// (<see cref="UploadOutcome.NotSent"/>), and a file whose status could not be retrieved (<see cref="UploadOutcome.Pending"/> with an
    /// error). If the operation is canceled after the file was sent, the result contains what is known. After the same answer twice that
    /// every file would get, such as a rejected token, the other files are not sent.
    /// </returns>
    public async Task<UploadResult> SendAsync(
        UploadRequest request, UploadOptions? options = null, IProgress<UploadStatus>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var report = ActivityValidator.Validate(request.File, cancellationToken);
        return await SendAsync(request, report, options, progress, cancellationToken);
    }

    /// <summary>Uploads a file that was already checked, and waits for it.</summary>
    /// <param name="request">The file and its properties.</param>
    /// <param name="report">The validation report of the file.</param>
    /// <param name="options">Whether to send a file with errors, and how long to wait.</param>
    /// <param name="progress">Receives the status after each poll.</param>
    /// <param name="cancellationToken">Cancels the operation; a request that was already sent may still take effect.</param>
    /// <returns>The outcome of the file, as above.</returns>
    public async Task<UploadResult> SendAsync(
        UploadRequest request, ActivityFileReport report, UploadOptions? options = null, IProgress<UploadStatus>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(report);
        options ??= new UploadOptions();
        if (!report.IsValid && !options.Force)
        {
            return Refused(request.File, report);
        }

        if (_answers.Reason is { } reason)
        {
            return Failed(request.File, new StravaException(ToStop(reason.Error), reason.Summary.TrimEnd('.')));
        }

        return await UploadAsync(request, options, progress, cancellationToken) with { Findings = report.Findings };
    }

    private async Task<UploadResult> UploadAsync(
        UploadRequest request, UploadOptions options, IProgress<UploadStatus>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var status = await client.UploadAsync(WithExternalId(request), cancellationToken);
            _answers.NoteSuccess();
            return await WaitAsync(status, request.File, options.Wait, progress, cancellationToken);
        }
        catch (ApiException e) when (UploadResults.FindDuplicate(e) is { } duplicate)
        {
            _answers.NoteSuccess();
            return await WaitAsync(duplicate, request.File, options.Wait, progress, cancellationToken);
        }
        catch (ApiException e)
        {
            _answers.NoteError(e);
            return Failed(request.File, e);
        }
        catch (SentRequestCanceledException e)
        {
            return Failed(request.File, new StravaException(StravaErrors.FateUnknown, e, "the upload was canceled"));
        }
    }

    /// <summary>The file is on the server, so the result contains the upload's ID, even if waiting fails.</summary>
    private async Task<UploadResult> WaitAsync(
        UploadStatus status, ActivityFile file, UploadWait? wait, IProgress<UploadStatus>? progress, CancellationToken cancellationToken)
    {
        try
        {
            var started = client.Clock.GetTimestamp();
            status = wait is null ? status : await client.WaitForUploadAsync(status, wait, progress, cancellationToken);
            var result = client.ToResult(status, file);
            return await WithDuplicateAsync(result, wait?.Remaining(client.Clock.GetElapsedTime(started)), cancellationToken);
        }
        catch (ApiException e)
        {
            return client.ToResult(status, file) with { Error = e.Summary, Remedy = e.Error.Remedy, ErrorId = e.Code };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            var error = StravaErrors.WaitCanceled;
            return client.ToResult(status, file) with { Error = error.Text, Remedy = error.Remedy, ErrorId = error.Id };
        }
    }

    /// <summary>Gets the other upload of a duplicate that is still being processed, and waits for its activity.</summary>
    private async Task<UploadResult> WithDuplicateAsync(UploadResult result, UploadWait? wait, CancellationToken cancellationToken)
    {
        if (result.DuplicateOfUploadId is not { } uploadId)
        {
            return result;
        }

        try
        {
            var other = await client.GetUploadStatusAsync(uploadId, cancellationToken);
            other = wait is null ? other : await client.WaitForUploadAsync(other, wait, cancellationToken: cancellationToken);
            var activityId = other.ActivityId ?? DuplicateText.FindDuplicate(other.Error)?.ActivityId;
            return result with
            {
                DuplicateOfActivityId = activityId,
                ActivityUrl = activityId is { } id ? client.ActivityUrl(id) : null,
            };
        }
        catch (Exception e) when (e is ApiException || (e is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // The file is a duplicate, even if the status of the other upload is unknown.
            return result;
        }
    }

    /// <summary>
    /// Without an external ID, a file gets one that is the same in every run. An ID that was already used for other content gets the key of
    /// the content, too.
    /// </summary>
    private UploadRequest WithExternalId(UploadRequest request)
    {
        if (request.ExternalId is not { } id)
        {
            return request with { ExternalId = ExternalIds.ForFile(request.File) };
        }

        if (_externalIds.GetOrAdd(id, request.File.Sha256) == request.File.Sha256)
        {
            return request;
        }

        return request with { ExternalId = ExternalIds.ForFile(request.File, id) };
    }

    /// <summary>The files before this one may be on Strava, but this one is not.</summary>
    private static ErrorDescriptor ToStop(ErrorDescriptor reason)
    {
        var remedy = reason == StravaErrors.FateUnknown ? StravaErrors.UploadNotSent.Remedy : reason.Remedy;
        return reason with { Text = StopText, Remedy = remedy };
    }

    private static UploadResult Refused(ActivityFile file, ActivityFileReport report)
    {
        var first = report.Findings.First(finding => finding.Severity == Severity.Error);
        return new UploadResult
        {
            Outcome = UploadOutcome.Rejected,
            Path = file.Path ?? file.Name,
            Format = file.Format,
            Error = first.Message,
            ErrorId = first.RuleId,
            Findings = report.Findings,
        };
    }

    private static UploadResult Failed(ActivityFile file, ApiException e) => new()
    {
        Outcome = OutcomeOf(e),
        Path = file.Path ?? file.Name,
        Format = file.Format,
        Error = e.Summary,
        Remedy = e.Error.Remedy,
        ErrorId = e.Code,
        Cause = e,
    };

    /// <summary>Every other error occurs before the upload has an effect.</summary>
    private static UploadOutcome OutcomeOf(ApiException e)
    {
        if (e.Code == StravaErrors.FateUnknown.Id && e.Error.Text != StopText)
        {
            return UploadOutcome.Unknown;
        }

        return e.Code == ApiErrors.RequestRefused.Id ? UploadOutcome.Rejected : UploadOutcome.NotSent;
    }
}
