using System.Collections.Concurrent;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Http.Errors;

namespace StravaTools.Client.Uploads;

/// <summary>
/// Checks a file, uploads it, and waits for it. Cmdlets and tasks call this and show the result. An uploader gives each file a different
/// external ID: it "should be a unique identifier" (strava-uploads.md, "Upload an Activity"), and file names are often not unique.
/// </summary>
public sealed class ActivityUploader(StravaClient client)
{
    private readonly ConcurrentDictionary<string, string> _externalIds = new(StringComparer.Ordinal);

    /// <summary>Checks a file, uploads it, and waits for it.</summary>
    /// <param name="request">The file and its properties.</param>
    /// <param name="options">Whether to send a file with errors, and how long to wait.</param>
    /// <param name="progress">Receives the status after each poll.</param>
    /// <param name="cancellationToken">Cancels the operation; a request that was already sent may still take effect.</param>
    /// <returns>
    /// The outcome of the file. A rejected file is a result, not an exception. So is a file whose status could not be retrieved
    /// (<see cref="UploadOutcome.Pending"/> with an error).
    /// </returns>
    /// <exception cref="ApiException">The server could not be reached, or it rejected the token.</exception>
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
    /// <returns>The outcome of the file. A rejected file is a result, not an exception.</returns>
    /// <exception cref="ApiException">The server could not be reached, or it rejected the token.</exception>
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

        return await UploadAsync(request, options, progress, cancellationToken) with { Findings = report.Findings };
    }

    private async Task<UploadResult> UploadAsync(
        UploadRequest request, UploadOptions options, IProgress<UploadStatus>? progress, CancellationToken cancellationToken)
    {
        UploadStatus status;
        try
        {
            status = await client.UploadAsync(WithExternalId(request), cancellationToken);
        }
        catch (ApiException e) when (e.Error == StravaErrors.FateUnknown || e.Error == ApiErrors.RequestRefused)
        {
            if (UploadResults.FindDuplicate(e) is { } duplicate)
            {
                return client.ToResult(duplicate, request.File);
            }

            return Failed(request.File, e);
        }

        try
        {
            status = options.Wait is { } wait ? await client.WaitForUploadAsync(status, wait, progress, cancellationToken) : status;
            return client.ToResult(status, request.File);
        }
        catch (ApiException e)
        {
            // The file is on the server: the result must contain the upload's ID.
            return client.ToResult(status, request.File) with { Error = e.Summary, Remedy = e.Error.Remedy, ErrorId = e.Code };
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
        Outcome = e.Error == StravaErrors.FateUnknown ? UploadOutcome.Unknown : UploadOutcome.Rejected,
        Path = file.Path ?? file.Name,
        Format = file.Format,
        Error = e.Summary,
        Remedy = e.Error.Remedy,
        ErrorId = e.Code,
    };
}
