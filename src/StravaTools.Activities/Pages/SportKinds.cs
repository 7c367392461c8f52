using StravaTools.Activities.Model;

namespace StravaTools.Activities.Pages;

/// <summary>What the page shows for which sports.</summary>
internal static class SportKinds
{
    /// <summary>True for sports whose speed is a pace, and whose cadence counts one leg.</summary>
    public static bool IsOnFoot(SportType? sport) => sport?.Name is "Run" or "TrailRun" or "VirtualRun" or "Walk" or "Hike" or "Snowshoe";

    /// <summary>True for swimming, whose pace is for 100 m.</summary>
    public static bool IsSwim(SportType? sport) => sport?.Name is "Swim";
}
