using StravaTools.Http.Errors;

namespace StravaTools.Sync.PostgreSql.Errors;

/// <summary>The errors of a store in PostgreSQL.</summary>
public static class PostgreSqlErrors
{
    /// <summary>The database cannot be reached, or refuses the login.</summary>
    public static readonly ErrorDescriptor DatabaseNotUsable = new(
        nameof(DatabaseNotUsable), ErrorKind.Connection, "The database '{0}' on '{1}' cannot be used: {2}",
        "Check the connection string, and that the server runs. What was submitted is kept.");

    /// <summary>The connection string has another form, or no host.</summary>
    public static readonly ErrorDescriptor ConnectionStringInvalid = new(
        nameof(ConnectionStringInvalid), ErrorKind.InvalidArgument, "The connection string is not valid.",
        "Use the form Host=db.example.com;Database=strava;Username=worker. A password is not needed in it: use the file .pgpass, or "
        + "the environment variable PGPASSWORD. In a connection string, put a password that contains a semicolon in quotes.");

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

    /// <summary>The key for the tokens is not usable.</summary>
    public static readonly ErrorDescriptor TokenKeyNotUsable = new(
        nameof(TokenKeyNotUsable), ErrorKind.FileRead, "The key file '{0}' cannot be used: {1}",
        "Create it with: openssl rand -base64 32. All workers need the same key.");

    /// <summary>The stored tokens were encrypted with another key.</summary>
    public static readonly ErrorDescriptor TokenKeyMismatch = new(
        nameof(TokenKeyMismatch), ErrorKind.Security,
        "The key does not match the tokens in the database, which were encrypted with another key.",
        "Use the key file of the other workers. If that key is lost, delete the tokens with: "
        + "update stravatools.athlete set tokens = null; then store the logins again.");

    /// <summary>The tokens were encrypted with another key, or changed.</summary>
    public static readonly ErrorDescriptor TokensNotReadable = new(
        nameof(TokensNotReadable), ErrorKind.Security, "The tokens of athlete {0} cannot be decrypted.",
        "Check that all workers use the same key, or store the tokens again.");

    /// <summary>There are no tokens.</summary>
    public static readonly ErrorDescriptor TokensMissing = new(
        nameof(TokensMissing), ErrorKind.Authentication, "Athlete {0} has no stored tokens.",
        "Store the tokens of a login of this athlete.");
}
