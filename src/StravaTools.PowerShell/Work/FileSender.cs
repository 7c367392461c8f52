using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
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
        try
        {
            if (await ProcessAsync(file, position, cancellationToken) is { } result)
            {
                EmitResult(result);
                Report(result);
                ReportStop(result, cancellationToken);
            }
        }
        catch (ApiException e)
        {
            EmitResult(ToNotSent(file.Path.FullPath, e));
            throw;
        }
    }

    /// <summary>The result of a file that could not be read. The caller writes its error.</summary>
    public static UploadResult ToNotSent(string path, ApiException error) => new()
    {
        Outcome = UploadOutcome.NotSent,
        Path = path,
        Error = error.Summary,
        Remedy = CommandAdvice.RemedyFor(error.Error),
        ErrorId = error.Code,
    };

    private void EmitResult(UploadResult result)
    {
        _tally[result.Outcome] = _tally.GetValueOrDefault(result.Outcome) + 1;
        if (!plan.IsWhatIf)
        {
            engine.WriteObject(result);
        }
    }

    /// <summary>PowerShell accepts no output after Ctrl+C, but the user needs the ID of an upload that was sent.</summary>
    private void ReportStop(UploadResult result, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && result is { Id: { } id, Outcome: UploadOutcome.Pending })
        {
            engine.WriteAfterStop($"'{result.Path}' was uploaded as {id}. To see what became of it: Get-StravaUploadStatus {id}");
        }
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
