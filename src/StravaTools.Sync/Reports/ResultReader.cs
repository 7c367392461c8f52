using StravaTools.Sync.Core;
using StravaTools.Sync.Model;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.Reports;

/// <summary>Converts reports of a run and items of a ledger to the results that users see.</summary>
internal static class ResultReader
{
    /// <summary>Converts the report of a run.</summary>
    public static SyncResult ToResult(FileReport file, Uri site)
    {
        var result = file.Item is { } item ? ToResult(item, site) : new SyncResult { Path = file.Path, State = file.State };
        return result with
        {
            Path = file.Path,
            State = file.State,
            ErrorId = file.State.NeedsUser() || file.State == SyncState.Waiting ? FirstWord(file.Code) : null,
            Note = file.Note,
            IsNew = file.IsNew,
        };
    }

    /// <summary>Converts an item of a ledger.</summary>
    public static SyncResult ToResult(SyncItem item, Uri site)
    {
        long? id = item.ActivityIds.Count > 0 ? item.ActivityIds[0] : null;
        return new SyncResult
        {
            Path = item.Path,
            State = item.State,
            ActivityId = id,
            ActivityIds = item.ActivityIds,
            ActivityUrl = id is { } known ? new Uri(site, FormattableString.Invariant($"activities/{known}")) : null,
            UploadId = item.UploadId,
            StartTime = item.Start,
            SportType = item.Sport,
            Photo = item.Photo,
            ErrorId = item.State.NeedsUser() ? FirstWord(item.By) : null,
            Note = item.Why,
        };
    }

    /// <summary>The code of an invalid file is followed by the version of the rules.</summary>
    private static string? FirstWord(string? code) => code?.Split(' ')[0];
}
