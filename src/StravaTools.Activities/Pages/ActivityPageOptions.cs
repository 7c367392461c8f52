using StravaTools.Activities.Analysis;

namespace StravaTools.Activities.Pages;

/// <summary>What an <see cref="ActivityPage"/> shows.</summary>
public sealed record ActivityPageOptions
{
    /// <summary>Everything.</summary>
    public static ActivityPageOptions Default { get; } = new();

    /// <summary>
    /// Meters. Positions within this distance of the first and of the last position are not part of the page; 0 to show all.
    /// </summary>
    public double HiddenRadius { get; init; }

    /// <summary>What zones depend on.</summary>
    public MeasureOptions Measures { get; init; } = MeasureOptions.Default;
}
