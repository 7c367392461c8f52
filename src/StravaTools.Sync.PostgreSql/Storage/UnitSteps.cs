using StravaTools.Sync.Model;

namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>The steps of files in the database: the names of the last facts about them.</summary>
internal static class UnitSteps
{
    /// <summary>The steps of files in a state. A fleet has no files in the other states.</summary>
    public static string[] ListSteps(SyncState state) => state switch
    {
        SyncState.Planned => ["file", "unsent", "forget"],
        SyncState.Sending => ["sending"],
        SyncState.Sent => ["sent"],
        SyncState.Ready => ["ready"],
        SyncState.Duplicate => ["dup"],
        SyncState.Invalid => ["invalid"],
        SyncState.Refused => ["refused"],
        SyncState.Deleted => ["deleted"],
        SyncState.Unknown => ["unknown"],
        SyncState.Changed => ["changed"],
        _ => [],
    };
}
