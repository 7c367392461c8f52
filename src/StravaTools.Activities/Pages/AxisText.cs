using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Labels of the horizontal axis. The script writes the same ones.</summary>
internal static class AxisText
{
    /// <summary>Hours, minutes, and seconds; or kilometers.</summary>
    public static string Format(double value, bool isTime)
    {
        if (isTime)
        {
            return DurationText.Format(TimeSpan.FromSeconds(value));
        }

        return MessageText.Format($"{value / 1000:0.##} km");
    }
}
