using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Client.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.Sync;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;
using StravaTools.Sync.Monitoring;
using StravaTools.Sync.Results;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Uploads the activity files of folders, each exactly once. A file that needs you is a build error. Files that a later build sends are not
/// an error. Canceling the build ends the run within seconds, with everything written down.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class SyncStravaFolder : StravaConnectionTask
{
    /// <summary>The folders, with their subfolders, and single files.</summary>
    [Required]
    public string[] Paths { get; set; } = [];

    /// <summary>Patterns of the names of files to send.</summary>
    public string[] Include { get; set; } = [];

    /// <summary>Patterns of the names of files to skip.</summary>
    public string[] Exclude { get; set; } = [];

    /// <summary>Skips files that were modified before this time, in the invariant culture.</summary>
    public DateTime NewerThan { get; set; }

    /// <summary>How old a file must be before it is sent, as h:mm:ss.</summary>
    public string? Delay { get; set; }

    /// <summary>After this time, no more files are sent, as h:mm:ss.</summary>
    public string? MaxDuration { get; set; }

    /// <summary>How many requests of each rate limit window to leave for other programs; 10 by default.</summary>
    public int RequestReserve { get; set; } = 10;

    /// <summary>What happens to files whose activities are on Strava: Keep (default), Move, or Delete.</summary>
    public string OnSettled { get; set; } = nameof(FileDisposal.Keep);

    /// <summary>Where settled files are moved to.</summary>
    public string? MoveTo { get; set; }

    /// <summary>What happens to a file whose response was lost and that Strava does not list: Resend (default), or Ask.</summary>
    public string OnLostAnswer { get; set; } = nameof(LostAnswerAction.Resend);

    /// <summary>Accepts activities of other programs with the same start and duration.</summary>
    public bool MatchByTime { get; set; }

    /// <summary>How long to wait for another run that uses the same ledger, as h:mm:ss.</summary>
    public string? WaitForLock { get; set; }

    /// <summary>The log of runs.</summary>
    public string? LogPath { get; set; }

    /// <summary>The format of the log: Logfmt or Json. Default: by the extension.</summary>
    public string? LogFormat { get; set; }

    /// <summary>Also writes to the event log of Windows.</summary>
    public bool EventLog { get; set; }

    /// <summary>The environment variable with the address of a monitoring service; STRAVA_HEARTBEAT_URI by default.</summary>
    public string HeartbeatVariable { get; set; } = "STRAVA_HEARTBEAT_URI";

    /// <summary>The folder of ledgers and request counts.</summary>
    public string? LedgerPath { get; set; }

    /// <summary>Sends no file, and looks for the activities on Strava instead. A missing activity is a build error.</summary>
    public bool Verify { get; set; }

    /// <summary>Only logs what would be sent, and what that costs. It needs no login.</summary>
    public bool PlanOnly { get; set; }

    /// <summary>
    /// The files whose state changed or that need you: metadata State, ActivityId, ActivityUrl, UploadId, ErrorId, and Note. With PlanOnly,
    /// the files that would be sent.
    /// </summary>
    [Output]
    public ITaskItem[] Results { get; private set; } = [];

    /// <summary>The exit code of the run, as that of the cmdlet.</summary>
    [Output]
    public int ExitCode { get; private set; }

    /// <summary>How many files a later build sends or confirms.</summary>
    [Output]
    public int Remaining { get; private set; }

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        using var http = ApiHttp.CreateClient();
        var connection = CreateConnection();
        var identity = await SyncIdentity.ReadAsync(connection, http, cancellationToken);
        var options = CreateOptions(identity);
        if (PlanOnly)
        {
            LogPlan(await new SyncPlanner(connection.CreateLogin(http).Server, options).PlanAsync(cancellationToken));
            return;
        }

        var job = new SyncJob(() => connection.CreateClient(http), options, CreateMonitoring(), http);
        var results = new SortedDictionary<string, SyncResult>(StringComparer.Ordinal);
        try
        {
            LogSummary(await job.RunAsync(result => AddResult(results, result), stop: cancellationToken, CancellationToken.None));
        }
        catch (ApiException e)
        {
            ExitCode = (int)SyncJob.SummaryOf(e).ExitCode;
            LogError(e);
        }
        finally
        {
            Results = [.. results.Values.Select(ToItem)];
        }
    }

    private SyncOptions CreateOptions(SyncIdentity identity) => new()
    {
        Paths = [.. Paths.Select(FullPath)],
        Scan = new ScanOptions
        {
            Include = Include,
            Exclude = Exclude,
            NewerThan = ReadTime(NewerThan),
            Delay = ReadDuration(Delay, nameof(Delay)) ?? TimeSpan.Zero,
        },
        StateFolder = OptionalPath(LedgerPath),
        Login = identity.Login,
        Application = identity.Application,
        RequestReserve = RequestReserve,
        MaxDuration = ReadDuration(MaxDuration, nameof(MaxDuration)),
        WaitForLock = ReadDuration(WaitForLock, nameof(WaitForLock)) ?? TimeSpan.Zero,
        OnSettled = ReadWord<FileDisposal>(OnSettled, nameof(OnSettled)) ?? FileDisposal.Keep,
        MoveTo = OptionalPath(MoveTo),
        OnLostAnswer = ReadWord<LostAnswerAction>(OnLostAnswer, nameof(OnLostAnswer)) ?? LostAnswerAction.Resend,
        MatchesByTime = MatchByTime,
        OnlyVerifies = Verify,
    };

    private SyncMonitoring CreateMonitoring() => new()
    {
        LogPath = OptionalPath(LogPath),
        LogFormat = ReadWord<SyncLogFormat>(LogFormat, nameof(LogFormat)),
        UsesEventLog = EventLog,
        HeartbeatUri = FindHeartbeat(),
    };

    private Uri? FindHeartbeat()
    {
        if (TaskEnvironment.GetEnvironmentVariable(HeartbeatVariable) is not { Length: > 0 } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address;
        }

        // Not in the message: the address is a secret.
        throw new ApiException(SyncErrors.HeartbeatNotSafe);
    }

    private static DateTimeOffset? ReadTime(DateTime time)
    {
        if (time == default)
        {
            return null;
        }

        return new DateTimeOffset(time);
    }

    private static TimeSpan? ReadDuration(string? text, string property)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Durations.TryParse(text, out var duration))
        {
            return duration;
        }

        throw new ApiException(SyncErrors.SettingNotValid, property, text, "h:mm:ss or a number of seconds");
    }

    private static T? ReadWord<T>(string? text, string property)
        where T : struct, Enum
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word))
        {
            return word;
        }

        throw new ApiException(SyncErrors.SettingNotValid, property, text, $"one of {string.Join(", ", Enum.GetNames<T>())}");
    }

    private void AddResult(SortedDictionary<string, SyncResult> results, SyncResult result)
    {
        if (!result.IsNew && !result.State.NeedsUser())
        {
            return;
        }

        results[result.Path] = result;
        Log.LogMessage(MessageImportance.Normal, "{0}: {1} {2}", result.Path, result.State, result.ActivityUrl);
        if (result.State.NeedsUser())
        {
            LogError(result.ErrorId ?? result.State.ToString(), result.Note ?? result.State.ToString(), result.Path);
        }
    }

    private void LogSummary(SyncSummary summary)
    {
        ExitCode = (int)summary.ExitCode;
        Remaining = summary.Remaining;
        if (summary.Verified is { } verified)
        {
            Log.LogMessage(MessageImportance.High, "On Strava: {0} of {1}.", verified, summary.Found);
        }

        Log.LogMessage(
            MessageImportance.High, "Settled: {0} of {1}, {2} in this build. Need you: {3}. Remaining: {4}. Requests: {5}. {6}",
            summary.Settled, summary.Found, summary.Changed, summary.NeedsYou, summary.Remaining, summary.Requests.Total, summary.Reason);
        if (!SyncExitCodes.IsSuccess(summary.ExitCode) && !Log.HasLoggedErrors)
        {
            LogError(summary.ErrorId ?? summary.ExitCode.ToString(), summary.Reason ?? summary.ExitCode.ToString());
        }
    }

    private void LogPlan(SyncPlan plan)
    {
        Results = [.. plan.Files.Where(file => file.State == SyncState.Planned).Select(ToItem)];
        Log.LogMessage(MessageImportance.High, "Plan: {0}", plan);
    }

    private static TaskItem ToItem(SyncResult result)
    {
        var item = new TaskItem(result.Path);
        item.SetMetadata("State", result.State.ToString());
        item.SetMetadata("ActivityId", FormattableString.Invariant($"{result.ActivityId}"));
        item.SetMetadata("ActivityUrl", result.ActivityUrl?.AbsoluteUri ?? "");
        item.SetMetadata("UploadId", FormattableString.Invariant($"{result.UploadId}"));
        item.SetMetadata("ErrorId", result.ErrorId ?? "");
        item.SetMetadata("Note", result.Note ?? "");
        return item;
    }
}
