using System.Security;

namespace StravaTools.PowerShell.Parameters;

/// <summary>
/// The connection string of -Store. It may contain a password, and PowerShell shows the arguments of a cmdlet in error records. So it has
/// no public property.
/// </summary>
public sealed class StoreConnection
{
    /// <param name="connectionString">The connection string.</param>
    public StoreConnection(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        ConnectionString = connectionString;
    }

    /// <param name="connectionString">The connection string.</param>
    public StoreConnection(SecureString connectionString)
        : this(GivenValues.Secret(connectionString)!)
    {
    }

    internal string ConnectionString { get; }

    /// <summary>Contains neither the address nor the password.</summary>
    public override string ToString() => "PostgreSQL (hidden)";
}
