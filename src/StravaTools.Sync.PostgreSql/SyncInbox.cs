using StravaTools.Client;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Sync.Core;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;
using StravaTools.Sync.PostgreSql.Options;
using StravaTools.Sync.PostgreSql.Storage;
using StravaTools.Sync.PostgreSql.Tokens;
using StravaTools.Sync.Reports;
using StravaTools.Sync.Results;

namespace StravaTools.Sync.PostgreSql;

/// <summary>The files that workers upload: submits them, and shows what became of them.</summary>
public sealed class SyncInbox : IAsyncDisposable
{
    /// <summary>A statement with more bytes takes much memory on the server.</summary>
    private const long MaxBatchLength = 16_000_000;

    private const int MaxBatchCount = 200;

    private readonly PostgreSqlSyncStore _store;
    private readonly Uri _server;

    private SyncInbox(PostgreSqlSyncStore store, Uri server) => (_store, _server) = (store, server);

    /// <summary>Connects, and creates or migrates the tables.</summary>
    /// <param name="database">The database.</param>
    /// <param name="server">The website, for the addresses of activities; null for Strava.</param>
    /// <param name="clock">The clock of this machine; null for the system's.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public static async Task<SyncInbox> OpenAsync(
        PostgreSqlOptions database, Uri? server = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        var store = await PostgreSqlSyncStore.OpenAsync(database, clock, cancellationToken);
        return new SyncInbox(store, StravaHosts.SiteOf(server ?? StravaClientOptions.DefaultBaseUri));
    }

    /// <summary>
    /// Submits the activity files of folders and single files for an athlete. A file that the athlete has already, also under another name,
    /// changes nothing. When this returns, the database has the files.
    /// </summary>
    /// <param name="athlete">The athlete.</param>
    /// <param name="paths">Folders, with their subfolders, and single files.</param>
    /// <param name="scan">Which files of the folders; null for all activity files.</param>
    /// <param name="progress">Called with the number of files that were submitted, and that will be. On any thread.</param>
    /// <param name="cancellationToken">Cancels the operation. Files that were submitted remain submitted.</param>
    /// <returns>The state of each file: planned, or why it is not submitted.</returns>
    /// <exception cref="ApiException">A folder cannot be read, or the database cannot be used.</exception>
    public async Task<IReadOnlyList<SyncResult>> SubmitAsync(
        long athlete, IReadOnlyList<string> paths, ScanOptions? scan = null, Action<int, int>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var scanner = new FolderScanner(new LedgerState(), scan ?? new ScanOptions(), _store.Clock);
        var found = await scanner.ScanAsync(paths, cancellationToken);
        var planned = found.Where(file => file.State == SyncState.Planned).DistinctBy(file => file.Key).ToList();
        var batch = new List<SubmittedFile>();
        for (var i = 0; i < planned.Count; i++)
        {
            batch.Add(await ReadAsync(planned[i], cancellationToken));
            var isFull = batch.Count == MaxBatchCount || batch.Sum(read => (long)read.Content.Length) > MaxBatchLength;
            if (isFull || i == planned.Count - 1)
            {
                await _store.SubmitAsync(athlete, batch, cancellationToken);
                batch.Clear();
                progress?.Invoke(i + 1, planned.Count);
            }
        }

        return found.ConvertAll(file => ToResult(file) with { Athlete = athlete });
    }

    /// <summary>Stores the tokens of an athlete, encrypted. Files that waited for a login continue.</summary>
    /// <exception cref="ApiException">
    /// The tokens of other athletes were encrypted with another key, or the database cannot be used.
    /// </exception>
    public async Task SaveTokensAsync(
        long athlete, StoredTokens tokens, TokenCipher cipher, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(cipher);
        await _store.ThrowIfOtherKeyAsync(cipher, athlete, cancellationToken);
        await _store.TokensOf(athlete).SaveAsync(cipher.EncryptTokens(athlete, tokens), cancellationToken);
    }

    /// <summary>Reads the states of files.</summary>
    /// <param name="athletes">The athletes; null for all.</param>
    /// <param name="states">Reads only files in these states; null for all.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The files, in the order of their last change.</returns>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public async Task<IReadOnlyList<SyncResult>> ReadFilesAsync(
        IReadOnlyList<long>? athletes = null, IReadOnlyList<SyncState>? states = null, CancellationToken cancellationToken = default)
    {
        var items = await _store.ReadFilesAsync(athletes, states, cancellationToken);
        return items.ConvertAll(found => ResultReader.ToResult(found.Item, _server) with { Athlete = found.Athlete });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _store.DisposeAsync();

    private static async Task<SubmittedFile> ReadAsync(ScannedFile file, CancellationToken cancellationToken)
    {
        var fact = new SyncFact(SyncFactKind.File, file.Key)
        {
            Path = file.Path,
            Size = file.Size,
            Modified = file.Modified,
            Start = file.Start,
            Elapsed = file.Elapsed,
            Sport = file.Sport,
        };
        return new SubmittedFile(fact, await File.ReadAllBytesAsync(file.Path, cancellationToken));
    }

    private SyncResult ToResult(ScannedFile file) =>
        ResultReader.ToResult(new FileReport(file.Path, file.State, null, file.Code, file.Why, IsNew: true), _server);
}
