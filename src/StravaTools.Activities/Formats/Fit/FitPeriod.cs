namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// The period of a lap, length, set, or split. Writers may omit the start time; the timestamp of the message is then the end.
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

        // Timestamps have no fractions but durations do, so a derived start may be just before the session. The middle is not. The end
        // alone may be the start of the next session.
        return new FitPeriod(end - duration, (end - (duration / 2)) ?? BeforeEnd(end));
    }

    private static DateTimeOffset? BeforeEnd(DateTimeOffset? end) => end - TimeSpan.FromTicks(1);
}
