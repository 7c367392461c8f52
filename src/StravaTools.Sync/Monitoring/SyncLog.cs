using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// The log of a run: its start, each file whose state changed or that needs the user, waits, and its end. The event log has a part of it.
/// </summary>
internal sealed class SyncLog(SyncMonitoring monitoring, TimeProvider clock)
{
    private static readonly string Version = typeof(SyncLog).Assembly.GetName().Version!.ToString(3);

    private readonly LogFile? _file = monitoring.LogPath is { } path ? new LogFile(path, monitoring.MaxLogSize) : null;
    private readonly SyncLogFormat _format = monitoring.LogFormat ?? FormatOf(monitoring.LogPath);
    private readonly IEventLog? _events = monitoring.UsesEventLog ? monitoring.EventLog : null;
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <exception cref="Http.Errors.ApiException">
    /// <see cref="SyncErrors.LogNotWritable"/> or <see cref="SyncErrors.EventLogNotUsable"/>.
    /// </exception>
    public void WriteStart(IReadOnlyList<string> paths)
    {
        _events?.CheckAccess();
        _file?.Open(Format(_format, "INF", "start", new("version", Version), new("folders", string.Join(Path.PathSeparator, paths))));
    }

    public void WriteFile(SyncResult result)
    {
        if (!result.IsNew && !result.State.NeedsUser())
        {
            return;
        }

        var level = result.State.NeedsUser() ? "WRN" : "INF";
        LogValue[] values =
        [
            new("state", result.State), new("path", result.Path), new("upload", result.UploadId), new("activity", result.ActivityId),
            new("error", result.ErrorId), new("note", result.Note),
        ];
        WriteLine(level, "file", values);
        if (result.IsNew && result.State.NeedsUser())
        {
            // Only once: a job that runs each hour would repeat it for each file until the user comes.
            WriteEvent(SyncEventIds.File, level, "file", values);
        }
    }

    public void WriteWait(DateTimeOffset until)
    {
        var value = new LogValue("until", until);
        WriteLine("INF", "wait", value);
        WriteEvent(SyncEventIds.Wait, "INF", "wait", value);
    }

    public void WriteEnd(SyncSummary summary)
    {
        var level = LevelOf(summary.ExitCode);
        LogValue[] values =
        [
            new("code", (int)summary.ExitCode), new("meaning", summary.ExitCode), new("found", summary.Found),
            new("settled", summary.Settled), new("changed", summary.Changed), new("needs_you", summary.NeedsYou),
            new("remaining", summary.Remaining), new("uploads", summary.Requests.Uploads), new("lists", summary.Requests.Lists),
            new("polls", summary.Requests.Polls), new("refused", summary.Requests.Refused),
            new("seconds", summary.Duration.TotalSeconds), new("next", summary.NextRunAfter), new("error", summary.ErrorId),
            new("reason", summary.Reason),
        ];
        WriteLine(level, "end", values);
        WriteEvent(SyncEventIds.ForEnd(summary.ExitCode), level, "end", values);
    }

    private void WriteLine(string level, string happened, params LogValue[] values) =>
        _file?.WriteLine(Format(_format, level, happened, values));

    /// <summary>The text is the line of the log: its values have a limited length, and no line breaks or control characters.</summary>
    private void WriteEvent(int id, string level, string happened, params LogValue[] values) =>
        _events?.WriteEvent(TypeOf(level), id, Format(SyncLogFormat.Logfmt, level, happened, values));

    private string Format(SyncLogFormat format, string level, string happened, params LogValue[] values) =>
        LogLine.Write(format, clock.GetUtcNow(), level, _run, happened, values);

    private static EventLogType TypeOf(string level) => level switch
    {
        "ERR" => EventLogType.Error,
        "WRN" => EventLogType.Warning,
        _ => EventLogType.Information,
    };

    private static string LevelOf(SyncExitCode code) => code switch
    {
        SyncExitCode.NeedsYou => "WRN",
        _ when SyncExitCodes.IsSuccess(code) => "INF",
        _ => "ERR",
    };

    private static SyncLogFormat FormatOf(string? path)
    {
        var extension = Path.GetExtension(path)?.ToLowerInvariant();
        return extension is ".json" or ".jsonl" or ".ndjson" ? SyncLogFormat.Json : SyncLogFormat.Logfmt;
    }
}
