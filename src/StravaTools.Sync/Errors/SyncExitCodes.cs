using StravaTools.Http.Errors;

namespace StravaTools.Sync.Errors;

/// <summary>The exit codes of errors that end a run.</summary>
public static class SyncExitCodes
{
    private static readonly ErrorDescriptor[] BadParameters =
        [SyncErrors.LedgerInsideFolder, SyncErrors.MoveTargetMissing, SyncErrors.LogNotWritable, SyncErrors.EventLogNotUsable,
            SyncErrors.HeartbeatNotSafe, SyncErrors.SettingNotValid, SyncErrors.WatchOrVerify];

    /// <summary>True if everything is settled, or a later run continues without the user.</summary>
    public static bool IsSuccess(SyncExitCode code) =>
        code is SyncExitCode.Settled or SyncExitCode.Continues or SyncExitCode.InUse or SyncExitCode.Stopped;

    /// <summary>The exit code of an error.</summary>
    public static SyncExitCode ForError(ApiException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        if (error.Error == SyncErrors.LedgerInUse)
        {
            return SyncExitCode.InUse;
        }

        if (error.Error == SyncErrors.FolderNotReadable || error.Error == SyncErrors.FolderSuspiciouslyEmpty)
        {
            return SyncExitCode.FolderMissing;
        }

        if (BadParameters.Contains(error.Error))
        {
            return SyncExitCode.BadParameters;
        }

        if (typeof(SyncErrors).GetField(error.Code) is not null)
        {
            return SyncExitCode.LedgerUnusable;
        }

        return error.Error.Kind switch
        {
            ErrorKind.Authentication or ErrorKind.Permission => SyncExitCode.LoginNeeded,
            ErrorKind.InvalidArgument or ErrorKind.Security => SyncExitCode.BadParameters,
            _ => SyncExitCode.Continues,
        };
    }
}
