namespace StravaTools.Activities.Formats.Gpx;

/// <summary>The elements of GPX and its extensions that are read. <see cref="GpxNames"/> has their names.</summary>
internal enum GpxElement
{
    Other,
    Root,
    Metadata,
    Track,
    Segment,
    TrackPoint,
    Waypoint,
    RoutePoint,
    Elevation,
    Time,
    Name,
    Type,
    Extensions,
    TpxHeartRate,
    TpxCadence,
    TpxTemperature,
    TpxSpeed,
    CluetrustTemperature,
    Cadence,
    Distance,
    HeartRate,
    Power,
}
