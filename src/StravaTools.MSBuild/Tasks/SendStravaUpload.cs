using Microsoft.Build.Framework;
using StravaTools.Activities;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Checks activity files and uploads those without errors. A rejected file is a build error, and the others are still sent. Each outcome is
/// logged when it is known, and a table at the end if there was an error, because a failed task stops the target before
/// ReportStravaUploads. With ContinueOnError="ErrorAndContinue" the target continues and the build still fails.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SendStravaUpload : StravaServerTask
{
    /// <summary>
    /// The files, with the metadata SportType, ActivityType, Name, Description, ExternalId, DataType, and Trainer and Commute (true or
    /// false).
    /// </summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Wait until each upload is processed.</summary>
    public bool Wait { get; set; }

    /// <summary>The maximum number of seconds to wait for an upload; 120 by default.</summary>
    public double TimeoutSeconds { get; set; } = 120;

    /// <summary>Sends a file even if it has an error.</summary>
    public bool Force { get; set; }

    /// <summary>Logs an error for a duplicate, too.</summary>
    public bool TreatDuplicateAsError { get; set; }

    /// <summary>
    /// A result for each file: metadata Outcome, Format, UploadId, ActivityId, ActivityUrl, DuplicateOfActivityId, Error, ErrorId. A file
    /// that could not be read or sent has the outcome NotSent.
    /// </summary>
    [Output]
    public ITaskItem[] Results { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        if (Files.Length == 0)
        {
            LogWarning(new ApiException(StravaErrors.NoFiles));
        }

        var uploader = new ActivityUploader(client);
        var results = new List<ITaskItem>();
        try
        {
            for (var i = 0; i < Files.Length; i++)
            {
                Log.LogMessage("Checking {0} ({1} of {2})", Files[i].ItemSpec, i + 1, Files.Length);
                results.Add(await SendAsync(uploader, Files[i], cancellationToken));
                LogOutcome(results[^1]);
            }
        }
        finally
        {
            Results = [.. results];
            if (Log.HasLoggedErrors && results.Count > 0)
            {
                Log.LogTable(BuildEngine.ProjectFileOfTaskNode, results, photos: 0);
            }
        }
    }

    private void LogOutcome(ITaskItem result)
    {
        var url = result.GetMetadata("ActivityUrl");
        var line = string.Join(", ", new[] { UploadTable.FormatOutcome(result), url }.Where(part => part.Length > 0));
        Log.LogMessage(MessageImportance.High, "{0}: {1}", result.ItemSpec, line);
    }

    private async Task<ITaskItem> SendAsync(ActivityUploader uploader, ITaskItem item, CancellationToken cancellationToken)
    {
        try
        {
            var file = await LocalFiles.ReadActivityAsync(FullPath(item.ItemSpec), cancellationToken);
            var result = await uploader.SendAsync(RequestFor(item, file), CreateOptions(), cancellationToken: cancellationToken);
            BuildEngine.RememberPhotos(result.ActivityId, result.PhotoMetadata);
            Report(item, result);
            return UploadItems.ToItem(item, result);
        }
        catch (ApiException e)
        {
            LogError(e, item.ItemSpec);
            return UploadItems.NotSent(item, e);
        }
    }

    private UploadOptions CreateOptions() =>
        new() { Force = Force, Wait = CreateWait() };

    private UploadWait? CreateWait()
    {
        if (!Wait)
        {
            return null;
        }

        return new UploadWait { Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
    }

    private UploadRequest RequestFor(ITaskItem item, ActivityFile file) => new()
    {
        File = file,
        SportType = ReadMetadata(item, "SportType") is { } sport ? SportType.Parse(sport) : null,
        ActivityType = ReadMetadata(item, "ActivityType"),
        Name = ReadMetadata(item, "Name"),
        Description = ReadMetadata(item, "Description"),
        ExternalId = ReadMetadata(item, "ExternalId"),
        DataType = ReadMetadata(item, "DataType"),
        Trainer = ReadFlag(item, "Trainer"),
        Commute = ReadFlag(item, "Commute"),
    };

    private void Report(ITaskItem item, UploadResult result)
    {
        foreach (var finding in result.Findings.Where(finding => !Force || finding.Severity != Severity.Error))
        {
            Log.LogFinding(item.ItemSpec, finding);
        }

        switch (UploadProblem.FromResult(result, TreatDuplicateAsError))
        {
            case { IsWarning: true } missingStatus:
                LogWarning(missingStatus.Exception, item.ItemSpec);
                break;
            case { Findings: [] } problem:
                LogError(problem.Exception, item.ItemSpec);
                break;
        }
    }

    private static string? ReadMetadata(ITaskItem item, string name)
    {
        if (item.GetMetadata(name) is { Length: > 0 } text)
        {
            return text;
        }

        return null;
    }

    private bool? ReadFlag(ITaskItem item, string name)
    {
        if (ReadMetadata(item, name) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        LogWarning("InvalidMetadata", $"The metadata {name} is '{text}', which is neither true nor false. It is ignored.", item.ItemSpec);
        return null;
    }
}
