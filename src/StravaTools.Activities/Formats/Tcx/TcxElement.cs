namespace StravaTools.Activities.Formats.Tcx;

/// <summary>The elements of TCX and Garmin's extension that are read. <see cref="TcxNames"/> has their names.</summary>
internal enum TcxElement
{
    Other,
    Root,
    Activity,
    Course,
    Name,
    Notes,
    Creator,
    Lap,
    TotalTimeSeconds,
    DistanceMeters,
    Calories,
    Trackpoint,
    Time,
    Position,
    LatitudeDegrees,
    LongitudeDegrees,
    AltitudeMeters,
    HeartRateBpm,
    Value,
    Cadence,
    Extensions,
    RunCadence,
    Watts,
    Speed,
}
