using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
using StravaTools.PowerShell.Parameters;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.Results;

namespace StravaTools.PowerShell.Work;

/// <summary>The database of -Store. Only this class uses the assemblies of StravaTools.PostgreSql.</summary>
internal sealed class SyncStore
{
    private readonly PostgreSqlOptions _database;
    private readonly Uri _server;

    private SyncStore(PostgreSqlOptions database, Uri server) => (_database, _server) = (database, server);

    /// <summary>Finds StravaTools.PostgreSql. Does not connect.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="connection">The connection string.</param>
    /// <param name="server">The server; null for the one of the environment, or Strava.</param>
    /// <param name="requestReserve">How many requests of each rate limit window to leave for other programs.</param>
    /// <exception cref="ApiException">The module is not installed, or the server's address is not valid.</exception>
    public static SyncStore Create(PSCmdlet cmdlet, StoreConnection connection, Uri? server, int requestReserve = 0)
    {
        PostgreSqlModule.LoadOnce(cmdlet);
        using var http = ApiHttp.CreateClient();
        var address = new StravaConnection { BaseUri = server }.CreateLogin(http).Server;
        return CreateLoaded(connection.ConnectionString, address, requestReserve);
    }

    /// <summary>Submits files.</summary>
    /// <exception cref="ApiException">A folder cannot be read, or the database cannot be used.</exception>
    public async Task<IReadOnlyList<SyncResult>> SubmitAsync(
        long athlete, IReadOnlyList<string> paths, Action<int, int> progress, CancellationToken cancellationToken)
    {
        await using var inbox = await OpenInboxAsync(cancellationToken);
        return await inbox.SubmitAsync(athlete, paths, null, progress, cancellationToken);
    }

    /// <summary>Stores a login. The first worker that needs it requests an access token.</summary>
    /// <exception cref="ApiException">The key or the database cannot be used.</exception>
    public async Task SaveLoginAsync(long athlete, string refreshToken, string keyPath, CancellationToken cancellationToken)
    {
        using var cipher = await TokenCipher.ReadKeyAsync(keyPath, cancellationToken);
        await using var inbox = await OpenInboxAsync(cancellationToken);
        var tokens = new StoredTokens
        {
            AccessToken = "",
            RefreshToken = refreshToken,
            ExpiresAt = DateTimeOffset.UnixEpoch,
            ClientId = "",
        };
        await inbox.SaveTokensAsync(athlete, tokens, cipher, cancellationToken);
    }

    /// <summary>Reads the states of files.</summary>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<SyncResult>> ReadFilesAsync(
        IReadOnlyList<long>? athletes, IReadOnlyList<SyncState>? states, CancellationToken cancellationToken)
    {
        await using var inbox = await OpenInboxAsync(cancellationToken);
        return await inbox.ReadFilesAsync(athletes, states, cancellationToken);
    }

    /// <summary>Runs a worker.</summary>
    /// <exception cref="ApiException">The key or the database cannot be used.</exception>
    public async Task RunWorkerAsync(SyncWorkerJob job, CancellationToken stop, CancellationToken cancellationToken)
    {
        using var cipher = await TokenCipher.ReadKeyAsync(job.KeyPath, cancellationToken);
        using var http = ApiHttp.CreateClient();
        var options = new SyncWorkerOptions
        {
            BaseUri = _server,
            ClientId = job.ClientId,
            ClientSecret = job.ClientSecret,
            Athletes = job.Athletes,
            UntilSettled = job.UntilSettled,
            FileChanged = job.FileChanged,
            Failed = job.Failed,
        };
        await using var worker = await SyncWorker.OpenAsync(_database, options, cipher, http, cancellationToken: cancellationToken);
        await worker.RunAsync(stop, cancellationToken);
    }

    /// <summary>A person at the prompt reads at once that the database is away. Everything can be repeated.</summary>
    private Task<SyncInbox> OpenInboxAsync(CancellationToken cancellationToken) =>
        SyncInbox.OpenAsync(_database with { ReconnectTime = TimeSpan.Zero }, _server, cancellationToken: cancellationToken);

    private static SyncStore CreateLoaded(string connectionString, Uri server, int requestReserve)
    {
        var database = new PostgreSqlOptions
        {
            ConnectionString = connectionString,
            Worker = $"{Environment.MachineName}:{Environment.ProcessId}",
            RequestReserve = requestReserve,
        };
        return new SyncStore(database, server);
    }
}
