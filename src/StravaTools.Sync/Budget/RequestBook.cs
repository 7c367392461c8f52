using StravaTools.Client;

namespace StravaTools.Sync.Budget;

/// <summary>
/// The requests of an application in the current quarter of an hour and the current UTC day (strava-v3-api.md, "Rate Limiting"), and the
/// limits. It is a value: taking a request returns another book. What Strava reports replaces a smaller count.
/// </summary>
internal sealed record RequestBook
{
    /// <summary>The limits of a new application today (field-notes.md, 3.4), until Strava reports others.</summary>
    private const int DefaultQuarter = 200, DefaultDay = 2000, DefaultReadQuarter = 100, DefaultReadDay = 1000;

    /// <summary>The time of the counts.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>All requests in the quarter of an hour.</summary>
    public BookLine Quarter { get; init; } = new(DefaultQuarter, 0);

    /// <summary>All requests in the day.</summary>
    public BookLine Day { get; init; } = new(DefaultDay, 0);

    /// <summary>Reads in the quarter of an hour.</summary>
    public BookLine ReadQuarter { get; init; } = new(DefaultReadQuarter, 0);

    /// <summary>Reads in the day.</summary>
    public BookLine ReadDay { get; init; } = new(DefaultReadDay, 0);

    /// <summary>Strava refused requests until this time.</summary>
    public DateTimeOffset ClosedUntil { get; init; }

    /// <summary>Strava refused reads until this time.</summary>
    public DateTimeOffset ReadsClosedUntil { get; init; }

    /// <summary>The same book at a later time: counts of windows that have ended are zero.</summary>
    public RequestBook MoveTo(DateTimeOffset now)
    {
        var book = this with { At = now };
        if (now >= StravaRateLimit.ResetAfter(At, RateLimitWindow.Daily))
        {
            book = book with { Day = Day.ClearUsage(), ReadDay = ReadDay.ClearUsage() };
        }

        if (now >= StravaRateLimit.ResetAfter(At, RateLimitWindow.FifteenMinutes))
        {
            book = book with { Quarter = Quarter.ClearUsage(), ReadQuarter = ReadQuarter.ClearUsage() };
        }

        // A clock that was set back keeps the counts: too few requests are better than refused ones.
        return book with { At = now > At ? now : At };
    }

    /// <summary>
    /// When a request may be sent: null for now. Uploads leave one request of each window for the list that confirms them.
    /// </summary>
    /// <param name="kind">The kind of the request.</param>
    /// <param name="reserve">How many requests of each window to leave for others.</param>
    public DateTimeOffset? OpensAt(RequestKind kind, int reserve)
    {
        var keep = kind == RequestKind.Write ? reserve + 1 : reserve;
        var isRead = kind == RequestKind.Read;
        var opens = ClosedUntil;
        if (isRead && ReadsClosedUntil > opens)
        {
            opens = ReadsClosedUntil;
        }

        if (!Day.HasMoreThan(keep) || (isRead && !ReadDay.HasMoreThan(reserve)))
        {
            opens = LaterOf(opens, StravaRateLimit.ResetAfter(At, RateLimitWindow.Daily));
        }

        if (!Quarter.HasMoreThan(keep) || (isRead && !ReadQuarter.HasMoreThan(reserve)))
        {
            opens = LaterOf(opens, StravaRateLimit.ResetAfter(At, RateLimitWindow.FifteenMinutes));
        }

        return opens > At ? opens : null;
    }

    /// <summary>The book after one more request.</summary>
    public RequestBook TakeRequest(RequestKind kind) => TakeRequests(kind, 1);

    /// <summary>The book after more requests.</summary>
    public RequestBook TakeRequests(RequestKind kind, int count)
    {
        var book = this with { Quarter = Quarter.AddRequests(count), Day = Day.AddRequests(count) };
        if (kind == RequestKind.Write)
        {
            return book;
        }

        return book with { ReadQuarter = ReadQuarter.AddRequests(count), ReadDay = ReadDay.AddRequests(count) };
    }

    /// <summary>The book after a response reported limits and usage.</summary>
    public RequestBook NoteReport(StravaRateLimit seen)
    {
        var book = MoveTo(seen.SeenAt);
        return book with
        {
            Quarter = book.Quarter.NoteReport(seen.FifteenMinutes),
            Day = book.Day.NoteReport(seen.Daily),
            ReadQuarter = book.ReadQuarter.NoteReport(seen.ReadFifteenMinutes),
            ReadDay = book.ReadDay.NoteReport(seen.ReadDaily),
        };
    }

    /// <summary>The book after Strava refused a request until a time.</summary>
    public RequestBook CloseUntil(RequestKind kind, DateTimeOffset until)
    {
        if (kind == RequestKind.Read)
        {
            return this with { ReadsClosedUntil = LaterOf(ReadsClosedUntil, until) };
        }

        return this with { ClosedUntil = LaterOf(ClosedUntil, until) };
    }

    /// <summary>How many requests of a kind are left in the current quarter of an hour and in the day.</summary>
    public (int Quarter, int Day) LeftFor(RequestKind kind, int reserve)
    {
        var keep = kind == RequestKind.Write ? reserve + 1 : reserve;
        var (quarter, day) = (Quarter.LeftAbove(keep), Day.LeftAbove(keep));
        if (kind == RequestKind.Write)
        {
            return (quarter, day);
        }

        return (Math.Min(quarter, ReadQuarter.LeftAbove(reserve)), Math.Min(day, ReadDay.LeftAbove(reserve)));
    }

    private static DateTimeOffset LaterOf(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
