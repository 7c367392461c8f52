namespace StravaTools.Activities.Formats.Fit;

/// <summary>Writes what sums points up: lengths, laps, splits, sets and the session.</summary>
internal static class FitSummaryWriter
{
    private const int Stop = 1;
    private const byte EventField = 0;
    private const byte EventTypeField = 1;
    private const byte MessageIndex = 254;

    public static void WriteParts(FitMessageWriter fit, Activity activity)
    {
        for (var i = 0; i < activity.Lengths.Length; i++)
        {
            WriteLength(fit, activity.Lengths[i], i);
        }

        for (var i = 0; i < activity.Laps.Length; i++)
        {
            WriteLap(fit, activity.Laps[i], i);
        }

        for (var i = 0; i < activity.Splits.Length; i++)
        {
            WriteSplit(fit, activity.Splits[i], i);
        }

        for (var i = 0; i < activity.Sets.Length; i++)
        {
            WriteSet(fit, activity.Sets[i], i);
        }
    }

    public static void WriteSession(FitMessageWriter fit, Activity activity, FitCustomFields custom)
    {
        const int Session = 8, ActivityEnd = 0, Metric = 0;
        var (sport, subSport) = FitNumbers.Sport(SportWords.ToFit(activity));
        fit.Begin(FitMessages.Session);
        fit.UInt16(MessageIndex, 0);
        fit.Time(FitFields.Timestamp, EndOf(activity));
        fit.Enum(EventField, Session);
        fit.Enum(EventTypeField, Stop);
        fit.Time(FitFields.Session.StartTime, activity.Begin());
        fit.Enum(FitFields.Session.Sport, sport);
        fit.Enum(FitFields.Session.SubSport, subSport);
        fit.Milliseconds(FitFields.Session.TotalElapsedTime, activity.Span());
        fit.Milliseconds(FitFields.Session.TotalTimerTime, activity.TimerTime);
        fit.UInt32(FitFields.Session.TotalDistance, activity.Distance, 100);
        fit.UInt16(FitFields.Session.TotalCalories, activity.Calories);
        fit.UInt16(FitFields.Session.TotalAscent, activity.TotalAscent);
        WriteFigures(fit, activity.Figures);
        fit.UInt16(FitFields.Session.NumLaps, activity.Figures.LapCount ?? activity.Laps.Length);
        fit.Enum(28, ActivityEnd);
        if (activity.PoolLength is { } metres)
        {
            fit.UInt16(FitFields.Session.PoolLength, metres, 100);
            fit.Enum(46, Metric);
        }

        custom.WriteValues(fit, activity);
        fit.End();
    }

    private static void WriteFigures(FitMessageWriter fit, SessionFigures figures)
    {
        fit.UInt16(FitFields.Session.TotalDescent, figures.TotalDescent);
        fit.UInt32(FitFields.Session.EnhancedAvgSpeed, figures.AverageSpeed, 1000);
        fit.UInt32(FitFields.Session.EnhancedMaxSpeed, figures.MaxSpeed, 1000);
        fit.UInt8(FitFields.Session.AvgHeartRate, figures.AverageHeartRate);
        fit.UInt8(FitFields.Session.AvgCadence, figures.AverageCadence);
        fit.SInt8(FitFields.Session.AvgTemperature, figures.AverageTemperature);
        fit.UInt32(FitFields.Session.TotalWork, figures.TotalWork);
        fit.UInt32(FitFields.Session.TotalCycles, figures.TotalCycles);
        fit.UInt16(FitFields.Session.AvgStepLength, figures.AverageStepLength, 10_000);
    }

    public static DateTimeOffset? EndOf(Activity activity) => activity.Begin().After(activity.Span());

    private static void WriteLap(FitMessageWriter fit, Lap lap, int index)
    {
        const int Lap = 9;
        fit.Begin(FitMessages.Lap);
        fit.UInt16(MessageIndex, index);
        fit.Time(FitFields.Timestamp, lap.StartTime.After(lap.ElapsedTime));
        fit.Enum(EventField, Lap);
        fit.Enum(EventTypeField, Stop);
        fit.Time(FitFields.Lap.StartTime, lap.StartTime);
        fit.Milliseconds(FitFields.Lap.TotalElapsedTime, lap.ElapsedTime);
        fit.Milliseconds(FitFields.Lap.TotalTimerTime, lap.TimerTime);
        fit.UInt32(FitFields.Lap.TotalDistance, lap.Distance, 100);
        fit.UInt16(FitFields.Lap.TotalCalories, lap.Calories);
        fit.UInt16(FitFields.Lap.TotalAscent, lap.TotalAscent);
        fit.End();
    }

    private static void WriteLength(FitMessageWriter fit, PoolLength length, int index)
    {
        const int Length = 28, Idle = 0, Active = 1;
        var eventType = length.EventType is null ? Stop : FitNumbers.EventType(length.EventType);
        fit.Begin(FitMessages.Length);
        fit.UInt16(MessageIndex, index);
        fit.Time(FitFields.Timestamp, length.StartTime.After(length.ElapsedTime));
        fit.Enum(EventField, Length);
        fit.Enum(EventTypeField, eventType);
        fit.Time(FitFields.Length.StartTime, length.StartTime);
        fit.Milliseconds(FitFields.Length.TotalElapsedTime, length.ElapsedTime);
        fit.Milliseconds(FitFields.Length.TotalTimerTime, length.TimerTime);
        fit.UInt16(FitFields.Length.TotalStrokes, length.Strokes);
        fit.Enum(FitFields.Length.SwimStroke, FitNumbers.SwimStroke(length.SwimStroke));
        fit.Enum(FitFields.Length.LengthType, length.IsActive ? Active : Idle);
        fit.End();
    }

    private static void WriteSplit(FitMessageWriter fit, Split split, int index)
    {
        fit.Begin(FitMessages.Split);
        fit.UInt16(MessageIndex, index);
        fit.Enum(FitFields.Split.SplitType, FitNumbers.SplitType(split.Type));
        fit.Milliseconds(FitFields.Split.TotalElapsedTime, split.ElapsedTime);
        fit.Time(FitFields.Split.StartTime, split.StartTime);
        fit.End();
    }

    private static void WriteSet(FitMessageWriter fit, WorkoutSet set, int index)
    {
        const byte Timestamp = 254, Index = 10;
        const int Rest = 0, Active = 1;
        var (category, subtype) = FitExercises.ToFit(set.ExerciseType);
        fit.Begin(FitMessages.Set);
        fit.Time(Timestamp, set.StartTime.After(set.Duration));
        fit.Milliseconds(FitFields.Set.Duration, set.Duration);
        fit.UInt16(FitFields.Set.Repetitions, set.Repetitions);
        fit.UInt16(FitFields.Set.Weight, set.Weight, 16);
        fit.UInt8(FitFields.Set.SetType, set.IsRest ? Rest : Active);
        fit.Time(FitFields.Set.StartTime, set.StartTime);
        fit.UInt16(FitFields.Set.Category, category);
        fit.UInt16(FitFields.Set.CategorySubtype, subtype);
        fit.UInt16(Index, index);
        fit.End();
    }
}
