namespace StravaTools.FakeStrava.Representations;

/// <summary>The speeds of similar activities.</summary>
/// <param name="Speeds">Meters per second.</param>
public sealed record SimilarTrend(IReadOnlyList<double> Speeds)
{
    /// <summary>The place in <see cref="Speeds"/>; null if it is empty.</summary>
    public int? CurrentActivityIndex => Speeds.Count == 0 ? null : 0;

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MinSpeed => Speed;

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MidSpeed => Speed;

    /// <summary>Meters per second.</summary>
    [WireNumber(WireNumberForm.FractionUnlessZero)]
    public double MaxSpeed => Speed;

    /// <summary>0: neither faster nor slower.</summary>
    public int Direction => 0;

    private double Speed => Speeds.Count == 0 ? 0 : Speeds[0];
}
