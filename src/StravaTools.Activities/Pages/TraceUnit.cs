namespace StravaTools.Activities.Pages;

/// <summary>How the values of a trace are shown.</summary>
internal enum TraceUnit
{
    /// <summary>As a number.</summary>
    Number,

    /// <summary>Kilometers per hour, shown as minutes per kilometer.</summary>
    Pace,
}
