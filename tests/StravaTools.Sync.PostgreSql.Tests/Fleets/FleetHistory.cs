namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>What the history says about a fleet. One query proves that each file was sent once.</summary>
internal sealed record FleetHistory(long Files, long Lost, long Twice, long Interleaved, long Resent, long Claims, long Facts)
{
    /// <summary>
    /// Lost: without an activity. Twice: a request to send a file followed another one that was not known to be without an effect.
    /// Interleaved: a worker wrote after a later claim of the athlete. Resent: athletes with files that did not arrive, which cost one
    /// more request: to confirm the files that were sent again.
    /// </summary>
    public const string Query = """
        with sent as (
            select athlete, key, kind, lag(kind) over (partition by athlete, key order by id) as before
            from stravatools.fact where kind in ('sending', 'sent', 'unsent', 'ready')),
        late as (
            select id, fence, max(fence) over (partition by athlete order by id) as newest from stravatools.fact where fence > 0)
        select
            (select count(*) from stravatools.unit) as files,
            (select count(*) from stravatools.unit where step <> 'ready' or jsonb_array_length(activities) <> 1) as lost,
            (select count(*) from sent where kind = 'sending' and before <> 'unsent') as twice,
            (select count(*) from late where fence < newest) as interleaved,
            (select count(distinct athlete) from stravatools.fact where kind = 'unsent' and body ->> 'by' = 'search') as resent,
            (select sum(fence)::bigint from stravatools.athlete) as claims,
            (select count(*) from stravatools.fact) as facts
        """;

    public static async Task<FleetHistory> ReadAsync(Fleet fleet)
    {
        await using var command = fleet.Source.CreateCommand(Query);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        var counts = Enumerable.Range(0, row.FieldCount).Select(row.GetInt64).ToArray();
        return new FleetHistory(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]);
    }
}
