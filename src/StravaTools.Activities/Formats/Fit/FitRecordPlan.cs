namespace StravaTools.Activities.Formats.Fit;

/// <summary>How to read the records of one definition: worked out once, so that a record costs a few loads and stores a value.</summary>
internal static class FitRecordPlan
{
    private const int CompressedSize = 3;
    private const double DegreesPerSemicircle = 180.0 / 0x80000000;

    private static readonly (byte Field, FitRecordTarget Target, double Scale, double Offset)[] Fields =
    [
        (FitFields.Record.PositionLat, FitRecordTarget.Latitude, 1, 0),
        (FitFields.Record.PositionLong, FitRecordTarget.Longitude, 1, 0),
        (FitFields.Record.Altitude, FitRecordTarget.Altitude, 5, 500),
        (FitFields.Record.EnhancedAltitude, FitRecordTarget.Altitude, 5, 500),
        (FitFields.Record.CompressedSpeedDistance, FitRecordTarget.CompressedSpeedDistance, 1, 0),
        (FitFields.Record.Distance, FitRecordTarget.Distance, 100, 0),
        (FitFields.Record.Speed, FitRecordTarget.Speed, 1000, 0),
        (FitFields.Record.EnhancedSpeed, FitRecordTarget.Speed, 1000, 0),
        (FitFields.Record.HeartRate, FitRecordTarget.HeartRate, 1, 0),
        (FitFields.Record.Cadence, FitRecordTarget.Cadence, 1, 0),
        (FitFields.Record.Power, FitRecordTarget.Power, 1, 0),
        (FitFields.Record.Temperature, FitRecordTarget.Temperature, 1, 0),
    ];

    public static FitRecordStep[] Compile(FitDefinition definition)
    {
        var steps = new List<FitRecordStep>();
        foreach (var (number, target, scale, offset) in Fields)
        {
            if (definition.TryFind(number, out var field) && IsReadable(field, target))
            {
                steps.Add(new FitRecordStep(target, field.Type, field.Offset, field.Size, scale, offset));
            }
        }

        return [.. steps];
    }

    public static double ToDegrees(double semicircles) => semicircles * DegreesPerSemicircle;

    private static bool IsReadable(FitField field, FitRecordTarget target)
    {
        if (target == FitRecordTarget.CompressedSpeedDistance)
        {
            return field.Size == CompressedSize;
        }

        return field.Count > 0;
    }
}
