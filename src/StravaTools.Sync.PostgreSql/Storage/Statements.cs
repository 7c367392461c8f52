namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>
/// The statements of the store. Each is atomic, and what a claim permits depends on its fence in the same statement. The row of the athlete
/// is locked by each statement that uses its claim, so a claim cannot change in the middle.
/// </summary>
internal static class Statements
{
    /// <summary>
    /// Claims the athlete that is due the longest: $1 worker, $2 lease. The condition <c>ready_at &lt; 'infinity'</c> and now() instead of
    /// clock_timestamp() let PostgreSQL use the partial index.
    /// </summary>
    public const string Claim = """
        update stravatools.athlete a
        set fence = a.fence + 1, worker = $1, seen = a.submissions, ready_at = stravatools.sync_now() + $2
        from (select athlete from stravatools.athlete
            where ready_at <= stravatools.sync_now() and ready_at < 'infinity'
            order by ready_at limit 1 for update skip locked) due
        where a.athlete = due.athlete
        returning a.athlete, a.fence, stravatools.sync_now()
        """;

    /// <summary>Renews a claim: $1 athlete, $2 fence, $3 lease.</summary>
    public const string Renew = """
        update stravatools.athlete set ready_at = stravatools.sync_now() + $3
        where athlete = $1 and fence = $2 and worker is not null
        """;

    /// <summary>Reads the facts of the open files of an athlete: $1.</summary>
    public const string Read = """
        select f.body::text, f.at from stravatools.fact f join stravatools.unit u using (athlete, key)
        where f.athlete = $1 and u.is_open order by f.id
        """;

    /// <summary>
    /// Adds facts: $1 athlete, $2 fence, $3 lease, $4 number before the first fact, $5 facts. Running it twice adds them once. Returns
    /// whether the claim is valid.
    /// </summary>
    public const string Append = $"""
        with held as (
            update stravatools.athlete set ready_at = stravatools.sync_now() + $3
            where athlete = $1 and fence = $2 and worker is not null returning athlete, worker),
        given as (
            select g.n, g.body, g.body ->> 'e' as kind, g.body ->> 'k' as key, held.worker
            from held, unnest($5) with ordinality as g(body, n)),
        added as (
            insert into stravatools.fact (athlete, fence, number, worker, body)
            select $1, $2, $4 + n, worker, body from given order by n
            on conflict (athlete, fence, number) do nothing),
        steps as (
            select distinct on (key) key, kind, body from given
            where kind not in ('photo-sending', 'photo', 'moved', 'run', 'end') and key is not null order by key, n desc)
        {UpsertUnit}
        select exists (select from held)
        """;

    /// <summary>
    /// Submits files: $1 athlete, $2 facts, $3 contents. A file that the athlete has already is left out. The counter of submissions is in
    /// the row of the athlete, so a worker that ends its claim at the same time cannot miss them. Returns how many are new.
    /// </summary>
    public const string Submit = """
        with given as (
            select distinct on (body ->> 'k') body, content from unnest($2, $3) as g(body, content) order by body ->> 'k'),
        fresh as (
            insert into stravatools.unit (athlete, key, path, step, content)
            select $1, body ->> 'k', body ->> 'p', 'file', content from given
            on conflict (athlete, key) do nothing returning key),
        woken as (
            insert into stravatools.athlete as a (athlete, ready_at, submissions)
            select $1, stravatools.sync_now(), count(*) from fresh having count(*) > 0
            on conflict (athlete) do update set submissions = a.submissions + excluded.submissions,
                ready_at = case when a.worker is null then least(a.ready_at, excluded.ready_at) else a.ready_at end
            returning pg_notify('stravatools', '')),
        added as (
            insert into stravatools.fact (athlete, fence, number, body)
            select $1, 0, nextval('stravatools.submission'), g.body from given g join fresh f on f.key = g.body ->> 'k')
        select count(*) from fresh left join woken on true
        """;

    /// <summary>
    /// Ends a claim: $1 athlete, $2 fence, $3 when something can be done, $4 the fact. It depends only on the row itself: a subquery would
    /// see the state before a submission that it waits for.
    /// </summary>
    public const string Park = """
        with held as (
            update stravatools.athlete set worker = null,
                ready_at = case when submissions > seen then stravatools.sync_now() else coalesce($3, 'infinity') end
            where athlete = $1 and fence = $2 and worker is not null returning athlete),
        added as (
            insert into stravatools.fact (athlete, fence, number, body) select $1, $2, -1, $4 from held
            on conflict (athlete, fence, number) do nothing),
        cleared as (
            update stravatools.unit u set content = null from held
            where u.athlete = held.athlete and u.content is not null
                and u.step in ('ready', 'dup', 'deleted', 'changed', 'excluded'))
        select exists (select from held)
        """;

    /// <summary>Reads all facts about files: $1 athletes, $2 steps of the files. Null for all.</summary>
    public const string ReadHistory = """
        select f.body::text, f.at, f.athlete from stravatools.fact f join stravatools.unit u using (athlete, key)
        where ($1 is null or f.athlete = any($1)) and ($2 is null or u.step = any($2)) order by f.id
        """;

    /// <summary>Reads the tokens of some athletes, except one: $1.</summary>
    public const string ReadSomeTokens =
        "select athlete, tokens from stravatools.athlete where tokens is not null and athlete <> $1 limit 20";

    /// <summary>Whether an athlete is claimed, or due now or at a known time.</summary>
    public const string HasWork = "select exists (select from stravatools.athlete where ready_at < 'infinity')";

    /// <summary>The files at each step, and the age of the oldest open one in seconds.</summary>
    public const string ReadProgress = """
        select step, count(*), extract(epoch from stravatools.sync_now() - min(changed_at) filter (where is_open))::float8
        from stravatools.unit group by step
        """;

    /// <summary>What a claim does, without an effect.</summary>
    public const string Check = """
        select athlete from stravatools.athlete where ready_at < 'infinity' order by ready_at limit 1 for update skip locked
        """;

    /// <summary>Reads a file: $1 athlete, $2 key.</summary>
    public const string ReadContent = "select path, content from stravatools.unit where athlete = $1 and key = $2";

    private const string UpsertUnit = """
        , changed as (
            insert into stravatools.unit as u (athlete, key, path, step, code, why, upload, activities)
            select $1, key, coalesce(body ->> 'p', ''), kind, body ->> 'by', body ->> 'why', (body ->> 'u')::bigint, body -> 'id' from steps
            on conflict (athlete, key) do update set
                step = case when excluded.step = 'file' and u.step <> 'invalid' then u.step else excluded.step end,
                code = excluded.code, why = excluded.why, upload = coalesce(excluded.upload, u.upload),
                activities = coalesce(excluded.activities, u.activities), changed_at = excluded.changed_at)
        """;
}
