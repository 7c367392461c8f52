using System.Globalization;
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
/// Checks activity files and uploads those without an error. A refused file is a build error at its place; the rest goes on.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SendStravaUpload : StravaServerTask
{
    /// <summary>
    /// The files. Metadata of a file: SportType, ActivityType, Name, Description, ExternalId, DataType, and Trainer and Commute (true or false).
    /// </summary>
    [Required]
    public ITaskItem[] Files { get; set; } = [];

    /// <summary>Wait until each upload is processed.</summary>
    public bool Wait { get; set; }

    /// <summary>How many seconds to wait for an upload at most; 120 by default.</summary>
    public double TimeoutSeconds { get; set; } = 120;

    /// <summary>Send a file even if it has an error.</summary>
    public bool Force { get; set; }

    /// <summary>
    /// A result for each file: metadata Outcome, Format, UploadId, ActivityId, ActivityUrl, DuplicateOfActivityId, Error, ErrorId. A file that could
    /// not be read or sent has the outcome NotSent.
    /// </summary>
    [Output]
    public ITaskItem[] Results { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        var uploader = new ActivityUploader(client);
        var results = new List<ITaskItem>();
        try
        {
            foreach (var item in Files)
            {
                results.Add(await SendAsync(uploader, item, cancellationToken));
            }
        }
        finally
        {
            Results = [.. results];
        }
    }

    private async Task<ITaskItem> SendAsync(ActivityUploader uploader, ITaskItem item, CancellationToken cancellationToken)
    {
        try
        {
            Log.LogMessage(MessageImportance.High, "Uploading {0} ({1} of {2})", item.ItemSpec, Array.IndexOf(Files, item) + 1, Files.Length);
            var file = await LocalFiles.ReadActivityAsync(FullPath(item.ItemSpec), cancellationToken);
            var result = await uploader.SendAsync(RequestFor(item, file), Options(), cancellationToken: cancellationToken);
            BuildEngine.RememberPhotos(result.ActivityId, result.PhotoMetadata);
            Report(item, result);
            return UploadItems.ToItem(item, result);
        }
        catch (ApiException e)
        {
            LogError(e.Code, e.Message, item.ItemSpec);
            return UploadItems.NotSent(item, e);
        }
    }

    private UploadOptions Options() =>
        new() { Force = Force, Wait = Wait ? new UploadWait { Timeout = TimeSpan.FromSeconds(TimeoutSeconds) } : null };

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

        var isReported = result.Findings.Any(finding => finding.RuleId == result.ErrorId);
        if (result.Outcome is UploadOutcome.Rejected or UploadOutcome.Unknown && !isReported)
        {
            LogError(result.ErrorId!, UploadItems.MessageOf(result), item.ItemSpec);
        }
        else if (result is { Outcome: UploadOutcome.Pending, ErrorId: { } id })
        {
            LogWarning(id, string.Create(CultureInfo.InvariantCulture, $"It is uploaded as {result.Id}, but what became of it cannot be asked: {result.Error}"), item.ItemSpec);
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
        var text = ReadMetadata(item, name);
        if (text is null || bool.TryParse(text, out _))
        {
            if (text is null)
            {
                return null;
            }

            return bool.Parse(text);
        }

        LogWarning("InvalidMetadata", string.Create(CultureInfo.InvariantCulture, $"The metadata {name} is '{text}', which is neither true nor false. It is left out."), item.ItemSpec);
        return null;
    }
}
