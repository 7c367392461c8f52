using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Writes points as records, and starts and stops of the timer among them.</summary>
internal static class FitRecordWriter
{
    public static void WriteRecords(FitMessageWriter fit, Activity activity)
    {
        var events = 0;
        for (var i = 0; i < activity.Streams.Count; i++)
        {
            var time = activity.Streams.InstantOf(i);
            while (events < activity.TimerEvents.Length && activity.TimerEvents[events].Time <= time)
            {
                WriteEvent(fit, activity.TimerEvents[events++]);
            }

            WriteRecord(fit, activity.Streams, i, time);
        }

        while (events < activity.TimerEvents.Length)
        {
            WriteEvent(fit, activity.TimerEvents[events++]);
        }
    }

    /// <summary>An empty stream has no field; the fields are the same in all records.</summary>
    private static void WriteRecord(FitMessageWriter fit, ActivityStreams streams, int point, DateTimeOffset? time)
    {
        fit.BeginMessage(FitMessages.Record);
        fit.WriteTime(FitFields.Timestamp, time);
        if (!streams.Latitude.IsEmpty && !streams.Longitude.IsEmpty)
        {
            var hasPosition = streams.HasPosition(point);
            fit.WriteNumber(FitFields.Record.PositionLat, hasPosition ? FitSemicircles.FromLatitude(streams.Latitude[point]) : null);
            fit.WriteNumber(FitFields.Record.PositionLong, hasPosition ? FitSemicircles.FromLongitude(streams.Longitude[point]) : null);
        }

        WriteMotion(fit, streams, point);
        if (!streams.HeartRate.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.HeartRate, streams.HeartRate.WholeAt(point, 0, 254));
        }

        if (!streams.Cadence.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.Cadence, streams.Cadence.WholeAt(point, 0, 254));
        }

        if (!streams.Power.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.Power, streams.Power.ValueAt(point));
        }

        if (!streams.Temperature.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.Temperature, streams.Temperature.WholeAt(point, -128, 126));
        }

        fit.EndMessage();
    }

    /// <summary>Only the enhanced fields: they have the larger range, and Strava reads them.</summary>
    private static void WriteMotion(FitMessageWriter fit, ActivityStreams streams, int point)
    {
        if (!streams.Altitude.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.EnhancedAltitude, streams.Altitude.ValueAt(point));
        }

        if (!streams.Distance.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.Distance, streams.Distance.ValueAt(point));
        }

        if (!streams.Speed.IsEmpty)
        {
            fit.WriteNumber(FitFields.Record.EnhancedSpeed, streams.Speed.ValueAt(point));
        }
    }

    private static void WriteEvent(FitMessageWriter fit, TimerEvent timer)
    {
        fit.BeginMessage(FitMessages.Event);
        fit.WriteTime(FitFields.Timestamp, timer.Time);
        fit.WriteNumber(FitFields.Event.EventKind, FitValues.Event.Timer);
        fit.WriteNumber(FitFields.Event.EventType, timer.Started ? FitValues.EventType.Start : FitValues.EventType.StopAll);
        fit.WriteNumber(FitFields.Event.Data, FitNumbers.TimerTrigger(timer.Trigger));
        fit.EndMessage();
    }
}
