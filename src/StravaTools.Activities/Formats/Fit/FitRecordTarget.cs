namespace StravaTools.Activities.Formats.Fit;

/// <summary>What a field of a record message is for. The order is the one they are read in: the later wins, as an enhanced altitude over a plain one.</summary>
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
