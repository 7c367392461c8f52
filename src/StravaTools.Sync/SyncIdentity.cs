using StravaTools.Client;
using StravaTools.Http.Errors;

namespace StravaTools.Sync;

/// <summary>Identifies the login and the application of a connection, without a request.</summary>
/// <param name="Login">Identifies the login: a token, or the stored login with its profile. It is a secret.</param>
/// <param name="Application">Identifies the application, whose processes on this machine share the rate limits.</param>
public readonly record struct SyncIdentity(string Login, string Application)
{
    private const string UnknownApplication = "default";

    /// <summary>Reads the identity. The application of a token that is not stored is not known.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="http">The client of the connection.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">The address of the server is not safe.</exception>
    public static async Task<SyncIdentity> ReadAsync(
        StravaConnection connection, HttpClient http, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection.UsesTokenVariable)
        {
            return new SyncIdentity(connection.GetEnvironmentVariable(connection.AccessTokenVariable)!, UnknownApplication);
        }

        if (connection.AccessToken is { } token)
        {
            return new SyncIdentity(token, UnknownApplication);
        }

        var login = connection.CreateLogin(http);
        var application = await ReadClientAsync(login, cancellationToken);
        return new SyncIdentity($"login {login.Profile?.ToLowerInvariant()}", application);
    }

    /// <summary>Does not contain the login.</summary>
    public override string ToString() => Application;

    private static async Task<string> ReadClientAsync(StravaLogin login, CancellationToken cancellationToken)
    {
        try
        {
            if (await login.GetConnectionAsync(cancellationToken) is { } stored)
            {
                return $"client {stored.ClientId}";
            }
        }
        catch (ApiException)
        {
            // The run reports a token store that cannot be used.
        }

        return UnknownApplication;
    }
}
