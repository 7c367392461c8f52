namespace StravaTools.Activities.Formats.Fit;

/// <summary>
/// How to read the records of one definition. It is compiled once, so a record costs only a few loads and stores per value.
/// </summary>
internal static class FitRecordPlan
{
    private const int CompressedSize = 3;

    /// <summary>
    /// In reading order. Of two fields with the same target, the later one wins: an enhanced altitude replaces a plain one.
    /// </summary>
    private static readonly (FitFieldDefinition Field, FitRecordTarget Target)[] Fields =
    [
        (FitFields.Record.PositionLat, FitRecordTarget.Latitude),
        (FitFields.Record.PositionLong, FitRecordTarget.Longitude),
        (FitFields.Record.Altitude, FitRecordTarget.Altitude),
        (FitFields.Record.EnhancedAltitude, FitRecordTarget.Altitude),
        (FitFields.Record.CompressedSpeedDistance, FitRecordTarget.CompressedSpeedDistance),
        (FitFields.Record.Distance, FitRecordTarget.Distance),
        (FitFields.Record.Speed, FitRecordTarget.Speed),
        (FitFields.Record.EnhancedSpeed, FitRecordTarget.Speed),
        (FitFields.Record.HeartRate, FitRecordTarget.HeartRate),
        (FitFields.Record.Cadence256, FitRecordTarget.Cadence),
        (FitFields.Record.Cadence, FitRecordTarget.Cadence),
        (FitFields.Record.Power, FitRecordTarget.Power),
        (FitFields.Record.Temperature, FitRecordTarget.Temperature),
    ];

    public static FitRecordStep[] Compile(FitDefinition definition)
    {
        var steps = new List<FitRecordStep>();
        foreach (var (field, target) in Fields)
        {
            if (definition.TryFind(field, out var layout) && IsReadable(layout, target))
            {
                steps.Add(new FitRecordStep(target, layout.Type, layout.Offset, layout.Size, field.Scale, field.Offset));
            }
        }

        return [.. steps];
    }

    /// <summary>
    /// The value of a point that a developer field can replace. Positions are excluded, since their unit
    /// (semicircles or degrees) is not specified.
    /// </summary>
    public static FitRecordTarget? TargetOfNativeField(int number)
    {
        foreach (var (field, target) in Fields)
        {
            if (field.Number == number && !IsExcluded(target))
            {
                return target;
            }
        }

        return null;
    }

    private static bool IsExcluded(FitRecordTarget target) =>
        target is FitRecordTarget.Latitude or FitRecordTarget.Longitude or FitRecordTarget.CompressedSpeedDistance;

    private static bool IsReadable(FitFieldLayout field, FitRecordTarget target)
    {
        if (target == FitRecordTarget.CompressedSpeedDistance)
        {
            return field.Size == CompressedSize;
        }

        return field.Count > 0;
    }
}
