using StravaTools.Http.Errors;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Work;

/// <summary>What Start-StravaSync runs.</summary>
internal sealed record SyncWorkerJob
{
    /// <summary>The ID of the application.</summary>
    public required string ClientId { get; init; }

    /// <summary>The secret of the application.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>The file with the key for tokens.</summary>
    public required string KeyPath { get; init; }

    /// <summary>How many athletes to have at the same time.</summary>
    public required int Athletes { get; init; }

    /// <summary>Whether to end when nothing is left to do.</summary>
    public required bool UntilSettled { get; init; }

    /// <summary>Called for each change of a file.</summary>
    public required Action<SyncResult> FileChanged { get; init; }

    /// <summary>Called for each error that does not end the worker.</summary>
    public required Action<ApiException> Failed { get; init; }
}
