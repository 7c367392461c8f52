using StravaTools.Http.Errors;

namespace StravaTools.Sync.Errors;

/// <summary>The errors of synchronization. Errors of files, logins, and Strava are in their own tables.</summary>
public static class SyncErrors
{
    /// <summary>A line inside the ledger is damaged, or lines are missing.</summary>
    public static readonly ErrorDescriptor LedgerDamaged = new(
        nameof(LedgerDamaged), ErrorKind.InvalidData, "The ledger '{0}' is damaged at line {1}: {2}. Nothing was sent.",
        "Restore it from a backup, or rebuild it from the activities on Strava.");

    /// <summary>A newer version wrote the ledger.</summary>
    public static readonly ErrorDescriptor LedgerTooNew = new(
        nameof(LedgerTooNew), ErrorKind.InvalidData, "The ledger '{0}' has version {1}; this program can write version {2}.",
        "Update StravaTools.");

    /// <summary>There is no ledger.</summary>
    public static readonly ErrorDescriptor LedgerNotFound = new(
        nameof(LedgerNotFound), ErrorKind.NotFound, "There is no ledger in '{0}'.",
        "Synchronize a folder first, or use the folder of another ledger.");

    /// <summary>The ledger belongs to another server or athlete.</summary>
    public static readonly ErrorDescriptor LedgerOfOtherAthlete = new(
        nameof(LedgerOfOtherAthlete), ErrorKind.Conflict, "The ledger '{0}' belongs to athlete {1} at {2}. Nothing was sent.",
        "Use another folder for the ledger, or log in as that athlete.");

    /// <summary>Another run uses the ledger.</summary>
    public static readonly ErrorDescriptor LedgerInUse = new(
        nameof(LedgerInUse), ErrorKind.Conflict, "Another run uses the ledger '{0}': {1}.", "Wait until it ends.");

    /// <summary>The file system does not lock files.</summary>
    public static readonly ErrorDescriptor LockingDoesNotWork = new(
        nameof(LockingDoesNotWork), ErrorKind.NotInstalled, "Locks do not work in '{0}', so two runs could send the same file.",
        "Use a folder on a local disk for the ledger. The variable DOTNET_SYSTEM_IO_DISABLEFILELOCKING must not be set.");

    /// <summary>The ledger cannot be read or written.</summary>
    public static readonly ErrorDescriptor LedgerNotUsable = new(
        nameof(LedgerNotUsable), ErrorKind.FileWrite, "The ledger '{0}' cannot be used: {1}",
        "Check the space on the disk and the permissions of the folder. The next run continues.");

    /// <summary>The ledger was replaced or deleted during the run.</summary>
    public static readonly ErrorDescriptor LedgerReplaced = new(
        nameof(LedgerReplaced), ErrorKind.Conflict, "The ledger '{0}' was changed by another program during the run. The run stopped.",
        "Do not keep the ledger in a synchronized folder.");

    /// <summary>The ledger would be in the folder that is synchronized.</summary>
    public static readonly ErrorDescriptor LedgerInsideFolder = new(
        nameof(LedgerInsideFolder), ErrorKind.InvalidArgument, "The ledger folder '{0}' is inside the folder '{1}' that is synchronized.",
        "Use a folder outside of it.");

    /// <summary>The folder does not exist or cannot be read.</summary>
    public static readonly ErrorDescriptor FolderNotReadable = new(
        nameof(FolderNotReadable), ErrorKind.FileRead, "The folder '{0}' cannot be read: {1}", "Check that its drive is connected.");

    /// <summary>The folder is empty, although the ledger has many files in it.</summary>
    public static readonly ErrorDescriptor FolderSuspiciouslyEmpty = new(
        nameof(FolderSuspiciouslyEmpty), ErrorKind.NotFound, "The folder '{0}' is empty, but the ledger contains {1} files from it.",
        "Check that its drive is connected. If you deleted the files on purpose, remove the folder from the command.");

    /// <summary>The log cannot be written.</summary>
    public static readonly ErrorDescriptor LogNotWritable = new(
        nameof(LogNotWritable), ErrorKind.FileWrite, "The log '{0}' cannot be written: {1} Nothing was sent.",
        "Use another path, or check the permissions of its folder.");

    /// <summary>There is no event log of Windows, or it does not work.</summary>
    public static readonly ErrorDescriptor EventLogNotUsable = new(
        nameof(EventLogNotUsable), ErrorKind.NotInstalled, "The Windows event log cannot be used: {0} Nothing was sent.",
        "Write a log file instead.");

    /// <summary>The address of the heartbeat is not safe.</summary>
    public static readonly ErrorDescriptor HeartbeatNotSafe = new(
        nameof(HeartbeatNotSafe), ErrorKind.Security,
        "The address of the heartbeat is neither https nor on this machine. Nothing was sent.",
        "Use an https address.");

    /// <summary>A setting has a value that it cannot have.</summary>
    public static readonly ErrorDescriptor SettingNotValid = new(
        nameof(SettingNotValid), ErrorKind.InvalidArgument, "{0} cannot be '{1}'. It must be {2}. Nothing was sent.",
        "Change the value.");

    /// <summary>A verification ends, and a watch does not.</summary>
    public static readonly ErrorDescriptor WatchOrVerify = new(
        nameof(WatchOrVerify), ErrorKind.InvalidArgument, "Files cannot be verified while their folder is watched. Nothing was sent.",
        "Verify and watch with two commands.");

    /// <summary>Settled files shall be moved, but no target was specified.</summary>
    public static readonly ErrorDescriptor MoveTargetMissing = new(
        nameof(MoveTargetMissing), ErrorKind.InvalidArgument, "Settled files cannot be moved without a target folder.",
        "Specify a folder outside of the synchronized folder.");

    /// <summary>The module with the driver of PostgreSQL is a separate one.</summary>
    public static readonly ErrorDescriptor PostgreSqlNotInstalled = new(
        nameof(PostgreSqlNotInstalled), ErrorKind.NotInstalled, "A store in PostgreSQL requires the module StravaTools.PostgreSql.",
        "Run: Install-PSResource StravaTools.PostgreSql. In a clone: Import-Module ./StravaTools.PostgreSql.");
}
