namespace StravaTools.Activities.Analysis;

/// <summary>What the zones of <see cref="ActivityMeasures"/> depend on.</summary>
public sealed record MeasureOptions
{
    /// <summary>No options.</summary>
    public static MeasureOptions Default { get; } = new();

    /// <summary>The athlete's maximum heart rate in beats per minute; null to use the maximum of the activity.</summary>
    public double? MaxHeartRate { get; init; }

    /// <summary>The athlete's functional threshold power in watts; null for no power zones.</summary>
    public double? FunctionalThresholdPower { get; init; }
}
