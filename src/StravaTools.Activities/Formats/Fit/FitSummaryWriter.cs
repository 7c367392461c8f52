using StravaTools.Activities.Model;

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
        var (sport, subSport) = FitNumbers.ParseSport(FitSportTypes.WordFor(activity));
        fit.BeginMessage(FitMessages.Session);
        fit.WriteUInt16(MessageIndex, 0);
        fit.WriteTime(FitFields.Timestamp, EndTimeOf(activity));
        fit.WriteEnum(EventField, Session);
        fit.WriteEnum(EventTypeField, Stop);
        fit.WriteTime(FitFields.Session.StartTime, activity.StartTimeOf());
        fit.WriteEnum(FitFields.Session.Sport, sport);
        fit.WriteEnum(FitFields.Session.SubSport, subSport);
        fit.Milliseconds(FitFields.Session.TotalElapsedTime, activity.ElapsedTimeOf());
        fit.Milliseconds(FitFields.Session.TotalTimerTime, activity.TimerTime);
        fit.WriteUInt32(FitFields.Session.TotalDistance, activity.Distance, 100);
        fit.WriteUInt16(FitFields.Session.TotalCalories, activity.Calories);
        fit.WriteUInt16(FitFields.Session.TotalAscent, activity.TotalAscent);
        WriteFigures(fit, activity.Figures);
        fit.WriteUInt16(FitFields.Session.NumLaps, activity.Figures.LapCount ?? activity.Laps.Length);
        fit.WriteEnum(28, ActivityEnd);
        if (activity.PoolLength is { } metres)
        {
            fit.WriteUInt16(FitFields.Session.PoolLength, metres, 100);
            fit.WriteEnum(46, Metric);
        }

        custom.WriteValues(fit, activity);
        fit.EndMessage();
    }

    private static void WriteFigures(FitMessageWriter fit, SessionFigures figures)
    {
        fit.WriteUInt16(FitFields.Session.TotalDescent, figures.TotalDescent);
        fit.WriteUInt32(FitFields.Session.EnhancedAvgSpeed, figures.AverageSpeed, 1000);
        fit.WriteUInt32(FitFields.Session.EnhancedMaxSpeed, figures.MaxSpeed, 1000);
        fit.WriteUInt8(FitFields.Session.AvgHeartRate, figures.AverageHeartRate);
        fit.WriteUInt8(FitFields.Session.AvgCadence, figures.AverageCadence);
        fit.WriteSInt8(FitFields.Session.AvgTemperature, figures.AverageTemperature);
        fit.WriteUInt32(FitFields.Session.TotalWork, figures.TotalWork);
        fit.WriteUInt32(FitFields.Session.TotalCycles, figures.TotalCycles);
        fit.WriteUInt16(FitFields.Session.AvgStepLength, figures.AverageStepLength, 10_000);
    }

    public static DateTimeOffset? EndTimeOf(Activity activity) => activity.StartTimeOf().AddDuration(activity.ElapsedTimeOf());

    private static void WriteLap(FitMessageWriter fit, Lap lap, int index)
    {
        const int Lap = 9;
        fit.BeginMessage(FitMessages.Lap);
        fit.WriteUInt16(MessageIndex, index);
        fit.WriteTime(FitFields.Timestamp, lap.StartTime.AddDuration(lap.ElapsedTime));
        fit.WriteEnum(EventField, Lap);
        fit.WriteEnum(EventTypeField, Stop);
        fit.WriteTime(FitFields.Lap.StartTime, lap.StartTime);
        fit.Milliseconds(FitFields.Lap.TotalElapsedTime, lap.ElapsedTime);
        fit.Milliseconds(FitFields.Lap.TotalTimerTime, lap.TimerTime);
        fit.WriteUInt32(FitFields.Lap.TotalDistance, lap.Distance, 100);
        fit.WriteUInt16(FitFields.Lap.TotalCalories, lap.Calories);
        fit.WriteUInt16(FitFields.Lap.TotalAscent, lap.TotalAscent);
        fit.EndMessage();
    }

    private static void WriteLength(FitMessageWriter fit, PoolLength length, int index)
    {
        const int Length = 28, Idle = 0, Active = 1;
        var eventType = length.EventType is null ? Stop : FitNumbers.EventType(length.EventType);
        fit.BeginMessage(FitMessages.Length);
        fit.WriteUInt16(MessageIndex, index);
        fit.WriteTime(FitFields.Timestamp, length.StartTime.AddDuration(length.ElapsedTime));
        fit.WriteEnum(EventField, Length);
        fit.WriteEnum(EventTypeField, eventType);
        fit.WriteTime(FitFields.Length.StartTime, length.StartTime);
        fit.Milliseconds(FitFields.Length.TotalElapsedTime, length.ElapsedTime);
        fit.Milliseconds(FitFields.Length.TotalTimerTime, length.TimerTime);
        fit.WriteUInt16(FitFields.Length.TotalStrokes, length.Strokes);
        fit.WriteEnum(FitFields.Length.SwimStroke, FitNumbers.SwimStroke(length.SwimStroke));
        fit.WriteEnum(FitFields.Length.LengthType, length.IsActive ? Active : Idle);
        fit.EndMessage();
    }

    private static void WriteSplit(FitMessageWriter fit, Split split, int index)
    {
        fit.BeginMessage(FitMessages.Split);
        fit.WriteUInt16(MessageIndex, index);
        fit.WriteEnum(FitFields.Split.SplitType, FitNumbers.SplitType(split.Type));
        fit.Milliseconds(FitFields.Split.TotalElapsedTime, split.ElapsedTime);
        fit.WriteTime(FitFields.Split.StartTime, split.StartTime);
        fit.EndMessage();
    }

    private static void WriteSet(FitMessageWriter fit, WorkoutSet set, int index)
    {
        const byte Timestamp = 254, Index = 10;
        const int Rest = 0, Active = 1;
        var (category, subtype) = FitExercises.ToFitNumbers(set.ExerciseType);
        fit.BeginMessage(FitMessages.Set);
        fit.WriteTime(Timestamp, set.StartTime.AddDuration(set.Duration));
        fit.Milliseconds(FitFields.Set.Duration, set.Duration);
        fit.WriteUInt16(FitFields.Set.Repetitions, set.Repetitions);
        fit.WriteUInt16(FitFields.Set.Weight, set.Weight, 16);
        fit.WriteUInt8(FitFields.Set.SetType, set.IsRest ? Rest : Active);
        fit.WriteTime(FitFields.Set.StartTime, set.StartTime);
        fit.WriteUInt16(FitFields.Set.Category, category);
        fit.WriteUInt16(FitFields.Set.CategorySubtype, subtype);
        fit.WriteUInt16(Index, index);
        fit.EndMessage();
    }
}
