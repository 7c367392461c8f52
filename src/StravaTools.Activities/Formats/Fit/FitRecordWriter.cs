using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Writes points as records, and starts and stops of the timer among them.</summary>
internal static class FitRecordWriter
{
    private const double SemicirclesPerDegree = 0x80000000 / 180.0;

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

    /// <summary>A stream that no point carries has no field; the fields are the same in all records.</summary>
    private static void WriteRecord(FitMessageWriter fit, ActivityStreams streams, int point, DateTimeOffset? time)
    {
        fit.BeginMessage(FitMessages.Record);
        fit.WriteTime(FitFields.Timestamp, time);
        if (!streams.Latitude.IsEmpty && !streams.Longitude.IsEmpty)
        {
            var hasPosition = streams.HasPosition(point);
            fit.WriteSInt32(FitFields.Record.PositionLat, hasPosition ? streams.Latitude[point] * SemicirclesPerDegree : null);
            fit.WriteSInt32(FitFields.Record.PositionLong, hasPosition ? Semicircles(streams.Longitude[point]) : null);
        }

        WriteMotion(fit, streams, point);
        if (!streams.HeartRate.IsEmpty)
        {
            fit.WriteUInt8(FitFields.Record.HeartRate, streams.HeartRate.WholeAt(point, 0, 254));
        }

        if (!streams.Cadence.IsEmpty)
        {
            fit.WriteUInt8(FitFields.Record.Cadence, streams.Cadence.WholeAt(point, 0, 254));
        }

        if (!streams.Power.IsEmpty)
        {
            fit.WriteUInt16(FitFields.Record.Power, streams.Power.ValueAt(point));
        }

        if (!streams.Temperature.IsEmpty)
        {
            fit.WriteSInt8(FitFields.Record.Temperature, streams.Temperature.WholeAt(point, -128, 126));
        }

        fit.EndMessage();
    }

    /// <summary>The enhanced fields alone: they hold what the plain ones can, and Strava reads them.</summary>
    private static void WriteMotion(FitMessageWriter fit, ActivityStreams streams, int point)
    {
        if (!streams.Altitude.IsEmpty)
        {
            fit.WriteUInt32(FitFields.Record.EnhancedAltitude, streams.Altitude.ValueAt(point), 5, 500);
        }

        if (!streams.Distance.IsEmpty)
        {
            fit.WriteUInt32(FitFields.Record.Distance, streams.Distance.ValueAt(point), 100);
        }

        if (!streams.Speed.IsEmpty)
        {
            fit.WriteUInt32(FitFields.Record.EnhancedSpeed, streams.Speed.ValueAt(point), 1000);
        }
    }

    /// <summary>180 degrees east is one more than the field holds, and the same as 180 west.</summary>
    private static double Semicircles(double longitude)
    {
        var semicircles = Math.Round(longitude * SemicirclesPerDegree);
        if (semicircles >= int.MaxValue)
        {
            return int.MinValue;
        }

        return semicircles;
    }

    private static void WriteEvent(FitMessageWriter fit, TimerEvent timer)
    {
        const int Timer = 0, Start = 0, StopAll = 4;
        fit.BeginMessage(FitMessages.Event);
        fit.WriteTime(FitFields.Timestamp, timer.Time);
        fit.WriteEnum(FitFields.Event.EventKind, Timer);
        fit.WriteEnum(FitFields.Event.EventType, timer.Started ? Start : StopAll);
        fit.WriteUInt32(FitFields.Event.Data, FitNumbers.TimerTrigger(timer.Trigger));
        fit.EndMessage();
    }
}
