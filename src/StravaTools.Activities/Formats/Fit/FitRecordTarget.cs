namespace StravaTools.Activities.Formats.Fit;

/// <summary>The value of a point that a field of a record message sets.</summary>
internal enum FitRecordTarget : byte
{
    Latitude,
    Longitude,
    Altitude,
    CompressedSpeedDistance,
    Distance,
    Speed,
    HeartRate,
    Cadence,
    Power,
    Temperature,
}
