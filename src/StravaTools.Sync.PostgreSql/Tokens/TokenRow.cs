using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Connections;

namespace StravaTools.Sync.PostgreSql.Tokens;

/// <summary>The encrypted tokens of an athlete in the database.</summary>
internal sealed class TokenRow(DatabaseConnections database, long athlete)
{
    private const string ReadTokens = "select tokens from stravatools.athlete where athlete = $1 and tokens is not null";

    private const string ReplaceTokens = "update stravatools.athlete set tokens = $3 where athlete = $1 and tokens = $2";

    /// <summary>Wakes an athlete whose files waited for a login. Running it twice changes nothing more.</summary>
    private const string SaveTokens = """
        with saved as (
            insert into stravatools.athlete as a (athlete, tokens) values ($1, $2)
            on conflict (athlete) do update set tokens = excluded.tokens, submissions = a.submissions + 1,
                ready_at = case when a.worker is null and exists (
                        select from stravatools.unit u where u.athlete = a.athlete and u.is_open)
                    then least(a.ready_at, stravatools.sync_now()) else a.ready_at end
            returning athlete)
        select pg_notify('stravatools', '') from saved
        """;

    /// <summary>Reads the tokens; null without tokens.</summary>
    public Task<byte[]?> ReadAsync(CancellationToken cancellationToken) =>
        database.ReadFirstAsync(ReadTokens, [athlete], row => row.GetFieldValue<byte[]>(0), cancellationToken);

    /// <summary>Stores the tokens of a login.</summary>
    /// <exception cref="ApiException">The database cannot be used.</exception>
    public Task<int> SaveAsync(byte[] tokens, CancellationToken cancellationToken) =>
        database.ExecuteAsync(SaveTokens, [athlete, tokens], cancellationToken);

    /// <summary>Replaces tokens, unless others were stored in the meantime.</summary>
    public Task<int> ReplaceAsync(byte[] old, byte[] tokens, CancellationToken cancellationToken) =>
        database.ExecuteAsync(ReplaceTokens, [athlete, old, tokens], cancellationToken);
}
