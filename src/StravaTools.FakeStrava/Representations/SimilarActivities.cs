namespace StravaTools.FakeStrava.Representations;

/// <summary>A run among the athlete's runs on the same route. The fake compares no routes, so a run is only similar to itself.</summary>
public sealed record SimilarActivities
{
    private readonly double[] _speeds;

    internal SimilarActivities(DetailedActivity activity) => _speeds = activity.ReadRecording is null ? [] : [activity.AverageSpeed];

    /// <summary>1, or 0 for a manual activity.</summary>
    public int EffortCount => _speeds.Length;

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double AverageSpeed => _speeds.FirstOrDefault();

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MinAverageSpeed => _speeds.FirstOrDefault();

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MidAverageSpeed => _speeds.FirstOrDefault();

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MaxAverageSpeed => _speeds.FirstOrDefault();

    /// <summary>1; null for a manual activity.</summary>
    public int? PrRank => _speeds.Length == 0 ? null : 1;

    /// <summary>Null.</summary>
    public int? FrequencyMilestone => null;

    /// <summary>The speeds over time.</summary>
    public SimilarTrend Trend => new(_speeds);

    /// <summary>2: summary.</summary>
    public int ResourceState => 2;
}
