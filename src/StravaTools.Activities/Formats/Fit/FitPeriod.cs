namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// When a lap, a length, a set, or a split took place. Writers may omit the start time; the timestamp of the message is then its end.
/// </summary>
internal readonly record struct FitPeriod(DateTimeOffset? Start, DateTimeOffset? Time)
{
    /// <param name="start">The start time in the message.</param>
    /// <param name="end">The timestamp of the message.</param>
    /// <param name="duration">Its duration.</param>
    public static FitPeriod FromMessage(DateTimeOffset? start, DateTimeOffset? end, TimeSpan? duration)
    {
        if (start is not null)
        {
            return new FitPeriod(start, start);
        }

        // Timestamps are whole seconds and durations are not, so a derived start may lie just before the session. The middle does not.
        return new FitPeriod(end - duration, (end - (duration / 2)) ?? end);
    }
}
