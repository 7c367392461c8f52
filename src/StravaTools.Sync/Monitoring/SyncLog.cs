using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Monitoring;

/// <summary>The log of a run: its start, each file whose state changed or that needs the user, waits, and its end.</summary>
internal sealed class SyncLog(SyncMonitoring monitoring, TimeProvider clock)
{
    private static readonly string Version = typeof(SyncLog).Assembly.GetName().Version!.ToString(3);

    private readonly LogFile? _file = monitoring.LogPath is { } path ? new LogFile(path, monitoring.MaxLogSize) : null;
    private readonly SyncLogFormat _format = monitoring.LogFormat ?? FormatOf(monitoring.LogPath);
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <exception cref="Http.Errors.ApiException"><see cref="SyncErrors.LogNotWritable"/>.</exception>
    public void WriteStart(IReadOnlyList<string> paths) =>
        _file?.Open(Format("INF", "start", new("version", Version), new("folders", string.Join(Path.PathSeparator, paths))));

    public void WriteFile(SyncResult result)
    {
        if (result.IsNew || result.State.NeedsUser())
        {
            WriteLine(
                result.State.NeedsUser() ? "WRN" : "INF", "file", new("state", result.State), new("path", result.Path),
                new("upload", result.UploadId), new("activity", result.ActivityId), new("error", result.ErrorId), new("note", result.Note));
        }
    }

    public void WriteWait(DateTimeOffset until) => WriteLine("INF", "wait", new LogValue("until", until));

    public void WriteEnd(SyncSummary summary) => WriteLine(
        LevelOf(summary.ExitCode), "end", new("code", (int)summary.ExitCode), new("meaning", summary.ExitCode), new("found", summary.Found),
        new("settled", summary.Settled), new("changed", summary.Changed), new("needs_you", summary.NeedsYou),
        new("remaining", summary.Remaining), new("uploads", summary.Requests.Uploads), new("lists", summary.Requests.Lists),
        new("polls", summary.Requests.Polls), new("refused", summary.Requests.Refused), new("seconds", summary.Duration.TotalSeconds),
        new("next", summary.NextRunAfter), new("error", summary.ErrorId), new("reason", summary.Reason));

    private void WriteLine(string level, string happened, params LogValue[] values) => _file?.WriteLine(Format(level, happened, values));

    private string Format(string level, string happened, params LogValue[] values) =>
        LogLine.Write(_format, clock.GetUtcNow(), level, _run, happened, values);

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
