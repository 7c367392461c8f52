using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>A best effort: the fastest time over a usual distance.</summary>
public sealed record DistanceEffort : ActivityEffort
{
    /// <summary>Null: a best effort is not on a segment.</summary>
    [OnlyIn(FakeProfile.Documented)]
    public SegmentSummary? Segment => null;

    /// <summary>Null: a best effort is not on a segment.</summary>
    [OnlyIn(FakeProfile.Documented)]
    public int? KomRank => null;

    /// <summary>Meters.</summary>
    [WireNumber(WireNumberForm.Whole)]
    public double Distance { get; init; }
}
