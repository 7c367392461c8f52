using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Uploads;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Sends one file after the other and reports the outcome of each.</summary>
internal sealed class FileSender(IEngine engine, StravaClient client, SendPlan plan)
{
    private readonly ActivityUploader _uploader = new(client);
    private readonly SortedDictionary<UploadOutcome, int> _tally = [];

    public Task SendAsync(IReadOnlyList<FileToSend> files, CancellationToken cancellationToken) =>
        FileLoop.RunAsync(engine, files, file => file.Path, SendAsync, cancellationToken);

    private async Task SendAsync(FileToSend file, string position, CancellationToken cancellationToken)
    {
        if (await ProcessAsync(file, position, cancellationToken) is not { } result)
        {
            return;
        }

        _tally[result.Outcome] = _tally.GetValueOrDefault(result.Outcome) + 1;
        if (!plan.IsWhatIf)
        {
            engine.WriteObject(result);
        }

        Report(result);
    }

    private async Task<UploadResult?> ProcessAsync(FileToSend toSend, string position, CancellationToken cancellationToken)
    {
        var path = toSend.Path.FullPath;
        var name = Path.GetFileName(path);
        var tally = CountOutcome(position);
        await using var progress = new FileProgress(engine, "Send-StravaUpload", $"Checking {name}", tally, TimeProvider.System);
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var report = ActivityValidator.Validate(file, cancellationToken);
        var request = toSend.Values.ToRequest(file);
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
            + $"sport {sport ?? "as Strava detects it"}";
    }

    private string CountOutcome(string position) =>
        string.Join(", ", _tally.Select(entry => $"{entry.Value:N0} {entry.Key}").Prepend(position).Where(part => part.Length > 0));

    private void Report(UploadResult result)
    {
        switch (UploadProblem.FromResult(result, plan.TreatDuplicateAsError))
        {
            case null:
                break;
            case { IsWarning: true } problem:
                engine.WriteWarning($"{problem.Exception.Message.TrimEnd('.')}: Get-StravaUploadStatus {result.Id}.");
                break;
            case { } problem:
                engine.WriteError(ErrorRecords.CreateRecord(problem, result.Path));
                break;
        }
    }
}
