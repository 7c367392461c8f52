using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Writes the summaries of points: lengths, laps, splits, sets, and the session.</summary>
internal static class FitSummaryWriter
{
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
        var (sport, subSport) = FitNumbers.ParseSport(FitSportTypes.WordFor(activity));
        fit.BeginMessage(FitMessages.Session);
        fit.WriteNumber(FitFields.MessageIndex, 0);
        fit.WriteTime(FitFields.Timestamp, EndTimeOf(activity));
        fit.WriteNumber(FitFields.Session.Event, FitValues.Event.Session);
        fit.WriteNumber(FitFields.Session.EventType, FitValues.EventType.Stop);
        fit.WriteTime(FitFields.Session.StartTime, activity.StartTimeOf());
        fit.WriteNumber(FitFields.Session.Sport, sport);
        fit.WriteNumber(FitFields.Session.SubSport, subSport);
        fit.WriteDuration(FitFields.Session.TotalElapsedTime, activity.ElapsedTimeOf());
        fit.WriteDuration(FitFields.Session.TotalTimerTime, activity.TimerTime);
        fit.WriteNumber(FitFields.Session.TotalDistance, activity.Distance);
        fit.WriteNumber(FitFields.Session.TotalCalories, activity.Calories);
        fit.WriteNumber(FitFields.Session.TotalAscent, activity.TotalAscent);
        WriteFigures(fit, activity.Figures);
        fit.WriteNumber(FitFields.Session.NumLaps, activity.Figures.LapCount ?? activity.Laps.Length);
        fit.WriteNumber(FitFields.Session.Trigger, FitValues.SessionTrigger.ActivityEnd);
        if (activity.PoolLength is { } meters)
        {
            fit.WriteNumber(FitFields.Session.PoolLength, meters);
            fit.WriteNumber(FitFields.Session.PoolLengthUnit, FitValues.DisplayMeasure.Metric);
        }

        custom.WriteValues(fit, activity);
        fit.EndMessage();
    }

    private static void WriteFigures(FitMessageWriter fit, SessionFigures figures)
    {
        fit.WriteNumber(FitFields.Session.TotalDescent, figures.TotalDescent);
        fit.WriteNumber(FitFields.Session.EnhancedAvgSpeed, figures.AverageSpeed);
        fit.WriteNumber(FitFields.Session.EnhancedMaxSpeed, figures.MaxSpeed);
        fit.WriteNumber(FitFields.Session.AvgHeartRate, figures.AverageHeartRate);
        fit.WriteNumber(FitFields.Session.AvgCadence, figures.AverageCadence);
        fit.WriteNumber(FitFields.Session.AvgTemperature, figures.AverageTemperature);
        fit.WriteNumber(FitFields.Session.TotalWork, figures.TotalWork);
        fit.WriteNumber(FitFields.Session.TotalCycles, figures.TotalCycles);
        fit.WriteNumber(FitFields.Session.AvgStepLength, figures.AverageStepLength);
    }

    public static DateTimeOffset? EndTimeOf(Activity activity) => activity.StartTimeOf().AddDuration(activity.ElapsedTimeOf());

    private static void WriteLap(FitMessageWriter fit, Lap lap, int index)
    {
        fit.BeginMessage(FitMessages.Lap);
        fit.WriteNumber(FitFields.MessageIndex, index);
        fit.WriteTime(FitFields.Timestamp, lap.StartTime.AddDuration(lap.ElapsedTime));
        fit.WriteNumber(FitFields.Lap.Event, FitValues.Event.Lap);
        fit.WriteNumber(FitFields.Lap.EventType, FitValues.EventType.Stop);
        fit.WriteTime(FitFields.Lap.StartTime, lap.StartTime);
        fit.WriteDuration(FitFields.Lap.TotalElapsedTime, lap.ElapsedTime);
        fit.WriteDuration(FitFields.Lap.TotalTimerTime, lap.TimerTime);
        fit.WriteNumber(FitFields.Lap.TotalDistance, lap.Distance);
        fit.WriteNumber(FitFields.Lap.TotalCalories, lap.Calories);
        fit.WriteNumber(FitFields.Lap.TotalAscent, lap.TotalAscent);
        fit.EndMessage();
    }

    private static void WriteLength(FitMessageWriter fit, PoolLength length, int index)
    {
        fit.BeginMessage(FitMessages.Length);
        fit.WriteNumber(FitFields.MessageIndex, index);
        fit.WriteTime(FitFields.Timestamp, length.StartTime.AddDuration(length.ElapsedTime));
        fit.WriteNumber(FitFields.Length.Event, FitValues.Event.Length);
        fit.WriteNumber(FitFields.Length.EventType, EventTypeOf(length));
        fit.WriteTime(FitFields.Length.StartTime, length.StartTime);
        fit.WriteDuration(FitFields.Length.TotalElapsedTime, length.ElapsedTime);
        fit.WriteDuration(FitFields.Length.TotalTimerTime, length.TimerTime);
        fit.WriteNumber(FitFields.Length.TotalStrokes, length.Strokes);
        fit.WriteNumber(FitFields.Length.SwimStroke, FitNumbers.SwimStroke(length.SwimStroke));
        fit.WriteNumber(FitFields.Length.LengthType, length.IsActive ? FitValues.LengthType.Active : FitValues.LengthType.Idle);
        fit.EndMessage();
    }

    private static int? EventTypeOf(PoolLength length)
    {
        if (length.EventType is null)
        {
            return FitValues.EventType.Stop;
        }

        return FitNumbers.EventType(length.EventType);
    }

    private static void WriteSplit(FitMessageWriter fit, Split split, int index)
    {
        fit.BeginMessage(FitMessages.Split);
        fit.WriteNumber(FitFields.MessageIndex, index);
        fit.WriteNumber(FitFields.Split.SplitType, FitNumbers.SplitType(split.Type));
        fit.WriteDuration(FitFields.Split.TotalElapsedTime, split.ElapsedTime);
        fit.WriteTime(FitFields.Split.StartTime, split.StartTime);
        fit.EndMessage();
    }

    private static void WriteSet(FitMessageWriter fit, WorkoutSet set, int index)
    {
        var (category, subtype) = FitExercises.ToFitNumbers(set.ExerciseType);
        fit.BeginMessage(FitMessages.Set);
        fit.WriteTime(FitFields.Set.Timestamp, set.StartTime.AddDuration(set.Duration));
        fit.WriteDuration(FitFields.Set.Duration, set.Duration);
        fit.WriteNumber(FitFields.Set.Repetitions, set.Repetitions);
        fit.WriteNumber(FitFields.Set.Weight, set.Weight);
        fit.WriteNumber(FitFields.Set.SetType, set.IsRest ? FitValues.SetType.Rest : FitValues.SetType.Active);
        fit.WriteTime(FitFields.Set.StartTime, set.StartTime);
        fit.WriteNumber(FitFields.Set.Category, category);
        fit.WriteNumber(FitFields.Set.CategorySubtype, subtype);
        fit.WriteNumber(FitFields.Set.MessageIndex, index);
        fit.EndMessage();
    }
}
