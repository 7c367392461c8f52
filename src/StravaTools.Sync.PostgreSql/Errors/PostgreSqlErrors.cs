using StravaTools.Http.Errors;

namespace StravaTools.Sync.PostgreSql.Errors;

/// <summary>The errors of a store in PostgreSQL.</summary>
public static class PostgreSqlErrors
{
    /// <summary>The database cannot be reached, or refuses the login.</summary>
    public static readonly ErrorDescriptor DatabaseNotUsable = new(
        nameof(DatabaseNotUsable), ErrorKind.Connection, "The database '{0}' on '{1}' cannot be used: {2}",
        "Check the connection string, and that the server runs. What was submitted is kept.");

    /// <summary>The server is too old.</summary>
    public static readonly ErrorDescriptor DatabaseTooOld = new(
        nameof(DatabaseTooOld), ErrorKind.NotInstalled, "The server has PostgreSQL {0}; version {1} is the oldest that is supported.",
        "Update the server.");

    /// <summary>A newer version created the tables.</summary>
    public static readonly ErrorDescriptor SchemaTooNew = new(
        nameof(SchemaTooNew), ErrorKind.InvalidData,
        "The tables in schema 'stravatools' have version {0}; this program supports version {1}.",
        "Update StravaTools.");

    /// <summary>A connection pooler loses notifications.</summary>
    public static readonly ErrorDescriptor PoolerInTheWay = new(
        nameof(PoolerInTheWay), ErrorKind.InvalidArgument,
        "A connection pooler answers for the database, and it does not deliver notifications (LISTEN).",
        "Use a connection string that leads to PostgreSQL directly, or to a pool in session mode.");

    /// <summary>Another worker has the athlete.</summary>
    public static readonly ErrorDescriptor ClaimLost = new(
        nameof(ClaimLost), ErrorKind.Conflict, "The claim on athlete {0} ended, because this worker did not renew it in time.",
        "No action is needed. Another worker continues. If it happens often, the machine is overloaded.");

    /// <summary>A file is too large.</summary>
    public static readonly ErrorDescriptor SubmittedFileTooLarge = new(
        nameof(SubmittedFileTooLarge), ErrorKind.InvalidData, "The file '{0}' has {1} bytes; the limit is {2} bytes.",
        "Strava does not accept larger files.");
}
