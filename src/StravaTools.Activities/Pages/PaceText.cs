using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Pace, such as 4:30 for a kilometer.</summary>
internal static class PaceText
{
    /// <summary>Minutes and seconds for a distance; a dash if that would take more than an hour.</summary>
    /// <param name="speed">Meters per second.</param>
    /// <param name="meters">The distance in meters.</param>
    public static string Format(double speed, double meters)
    {
        if (!(speed > 0) || meters / speed >= 3600)
        {
            return "–";
        }

        return DurationText.Format(TimeSpan.FromSeconds(meters / speed));
    }
}
