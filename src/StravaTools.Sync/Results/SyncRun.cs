using System.Globalization;
using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Results;

/// <summary>A run, as the ledger has it.</summary>
public sealed record SyncRun
{
    /// <summary>Identifies the run.</summary>
    public required string Id { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>How long it took; null if it is active or was interrupted.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How it ended; null if it is active or was interrupted.</summary>
    public SyncExitCode? ExitCode { get; init; }

    /// <summary>Why it ended before everything was settled; null if it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>What to do about it; null if nothing.</summary>
    public string? Remedy { get; init; }

    /// <summary>Files that were settled in it.</summary>
    public int Settled { get; init; }

    /// <summary>The run in one line.</summary>
    public override string ToString()
    {
        var started = $"{Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
        if (ExitCode is not { } code || Duration is not { } duration)
        {
            return $"{started}, did not end: it is active, or it was interrupted";
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{started}, {ShortTime.Describe(duration)}, {Settled:N0} settled, exit code {code:d} ({code})");
    }
}
