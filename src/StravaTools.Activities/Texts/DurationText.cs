using System.Globalization;

namespace StravaTools.Activities.Texts;

/// <summary>Durations for people, the same in every culture.</summary>
internal static class DurationText
{
    /// <summary>Hours, minutes, and rounded seconds, such as 1:02:03; without hours below one hour, such as 2:03.</summary>
    public static string Format(TimeSpan duration)
    {
        var whole = TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));
        if (whole < TimeSpan.FromHours(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{whole:m\\:ss}");
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(long)whole.TotalHours}:{whole:mm\\:ss}");
    }
}
