using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Sends files one after the other, and tells PowerShell what became of each.</summary>
internal sealed class FileSender(IEngine engine, StravaClient client, SendPlan plan)
{
    private readonly ActivityUploader _uploader = new(client);
    private readonly SortedDictionary<UploadOutcome, int> _tally = [];

    public async Task SendAsync(List<ResolvedPath> files, CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i].IsPassedOver)
            {
                engine.WriteVerbose($"'{files[i].FullPath}' is a directory and is passed over.");
            }
            else
            {
                await SendAsync(files[i].FullPath, PathInput.DescribePosition(i, files.Count), cancellationToken);
            }
        }
    }

    private async Task SendAsync(string path, string place, CancellationToken cancellationToken)
    {
        try
        {
            if (await ProcessAsync(path, place, cancellationToken) is { } result)
            {
                _tally[result.Outcome] = _tally.GetValueOrDefault(result.Outcome) + 1;
                if (!plan.IsWhatIf)
                {
                    engine.WriteObject(result);
                }

                ReportError(result);
            }
        }
        catch (ApiException e)
        {
            engine.WriteError(ErrorRecords.CreateRecord(e, path));
        }
    }

    private async Task<UploadResult?> ProcessAsync(string path, string place, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        await using var progress = new FileProgress(engine, "Send-StravaUpload", $"Checking {name}", CountOutcome(place), TimeProvider.System);
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var report = ActivityValidator.Validate(file, cancellationToken);
        var request = plan.Request(file);
        if ((report.IsValid || plan.Options.Force) && !await engine.ShouldProcessAsync(path, Describe(request, report), cancellationToken))
        {
            return null;
        }

        progress.CountSeconds($"Sending {name}", $"Waiting for Strava to process {name}");
        return await _uploader.SendAsync(request, report, plan.Options, progress, cancellationToken);
    }

    private string Describe(UploadRequest request, ActivityFileReport report)
    {
        var sport = (request.SportType ?? report.SportType)?.Name ?? request.ActivityType;
        return $"Upload to {client.BaseUri} as {request.DataType ?? request.File.DataType ?? "a file of unknown format"}, "
            + (sport is null ? "sport as Strava detects it" : $"sport {sport}");
    }

    private string CountOutcome(string place) =>
        string.Join(", ", _tally.Select(entry => $"{entry.Value:N0} {entry.Key}").Prepend(place).Where(part => part.Length > 0));

    private void ReportError(UploadResult result)
    {
        switch (result.Outcome)
        {
            case UploadOutcome.Rejected:
                engine.WriteError(ErrorRecords.OfRefused(result));
                break;
            case UploadOutcome.Unknown:
                engine.WriteError(ErrorRecords.OfUnknown(result));
                break;
            case UploadOutcome.Pending when result.Error is not null:
                engine.WriteWarning($"'{result.Path}' is uploaded, but what became of it cannot be asked: {result.Error} Ask later: Get-StravaUploadStatus {result.Id}.");
                break;
            case UploadOutcome.Duplicate when plan.TreatDuplicateAsError:
                engine.WriteError(ErrorRecords.CreateRecord(StravaErrors.UploadDuplicate, result.Path, result.Path, result.DuplicateOfActivityId));
                break;
        }
    }
}
