namespace StravaTools.Sync.PostgreSql.Storage;

/// <summary>
/// The statements of the request budget: overall requests and reads, in the quarter of an hour and in the UTC day, by the database's clock.
/// The row of the application is locked, so two workers never take the same request.
/// </summary>
internal static class BudgetStatements
{
    /// <summary>Creates the row of an application: $1.</summary>
    public const string Create = "insert into stravatools.budget (application) values ($1) on conflict do nothing";

    /// <summary>
    /// Takes a request: $1 application, $2 athlete, $3 fence, $4 whether it reads, $5 reserve, $6 margin. Returns when to ask again, or
    /// null to send it now, and whether the claim is valid.
    /// </summary>
    public const string Take = $"""
        with held as materialized (
            select athlete from stravatools.athlete where athlete = $2 and fence = $3 and worker is not null for share),
        book as materialized (
            select b.* from stravatools.budget b where b.application = $1 and exists (select from held) for update),
        {Moved},
        judged as (
            select m.*, greatest(
                case when closed_until > now then closed_until + $6 end,
                case when $4 and reads_closed_until > now then reads_closed_until + $6 end,
                case when day_used >= day_limit - least($5 + case when $4 then 0 else 1 end, day_limit / 2)
                    or ($4 and day_reads >= day_read_limit - least($5, day_read_limit / 2))
                    then day + interval '1 day' + $6 end,
                case when quarter_used >= quarter_limit - least($5 + case when $4 then 0 else 1 end, quarter_limit / 2)
                    or ($4 and quarter_reads >= quarter_read_limit - least($5, quarter_read_limit / 2))
                    or now > quarter + interval '15 minutes' - $6
                    then quarter + interval '15 minutes' + $6 end,
                case when now < quarter + $6 then quarter + $6 end) as opens
            from moved m),
        taken as (
            update stravatools.budget b set
                quarter = j.quarter, quarter_used = j.quarter_used + 1, quarter_reads = j.quarter_reads + $4::int,
                day = j.day, day_used = j.day_used + 1, day_reads = j.day_reads + $4::int
            from judged j where b.application = j.application and j.opens is null)
        select (select opens from judged), exists (select from held)
        """;

    /// <summary>
    /// Notes a report: $1 application, $2 when it was seen, $3 to $6 usage of the quarter, its reads, of the day, its reads, $7 to $10
    /// their limits, $11 and $12 until when requests or reads were refused. Null for what is not known. A smaller usage is ignored:
    /// requests may be on their way that the report does not contain.
    /// </summary>
    public const string Note = $"""
        with book as materialized (select b.* from stravatools.budget b where b.application = $1 for update),
        {Moved},
        seen as (
            select date_bin('15 minutes', $2, 'epoch') = quarter as is_quarter, date_trunc('day', $2, 'UTC') = day as is_day from moved)
        update stravatools.budget b set
            quarter = m.quarter, day = m.day,
            quarter_used = greatest(m.quarter_used, case when is_quarter then $3 end),
            quarter_reads = greatest(m.quarter_reads, case when is_quarter then $4 end),
            day_used = greatest(m.day_used, case when is_day then $5 end),
            day_reads = greatest(m.day_reads, case when is_day then $6 end),
            quarter_limit = coalesce($7, m.quarter_limit), quarter_read_limit = coalesce($8, m.quarter_read_limit),
            day_limit = coalesce($9, m.day_limit), day_read_limit = coalesce($10, m.day_read_limit),
            closed_until = greatest(m.closed_until, $11), reads_closed_until = greatest(m.reads_closed_until, $12)
        from moved m, seen where b.application = m.application
        """;

    /// <summary>Requests left in the quarter of an hour and in the day: $1 application.</summary>
    public const string ReadLeft = $"""
        with book as (select * from stravatools.budget where application = $1),
        {Moved}
        select greatest(quarter_limit - quarter_used, 0), greatest(day_limit - day_used, 0) from moved
        """;

    /// <summary>The book in the current windows: counts of windows that have ended are zero.</summary>
    private const string Moved = """
        clock as (
            select stravatools.sync_now() as now, date_bin('15 minutes', stravatools.sync_now(), 'epoch') as this_quarter,
                date_trunc('day', stravatools.sync_now(), 'UTC') as this_day),
        moved as (
            select application, now, this_quarter as quarter, this_day as day,
                case when quarter = this_quarter then quarter_used else 0 end as quarter_used,
                case when quarter = this_quarter then quarter_reads else 0 end as quarter_reads,
                case when day = this_day then day_used else 0 end as day_used,
                case when day = this_day then day_reads else 0 end as day_reads,
                quarter_limit, day_limit, quarter_read_limit, day_read_limit, closed_until, reads_closed_until
            from book, clock)
        """;
}
