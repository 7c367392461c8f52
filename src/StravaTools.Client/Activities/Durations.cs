using System.Globalization;
using System.Text.RegularExpressions;

namespace StravaTools.Client.Activities;

/// <summary>Reads durations as users write them.</summary>
public static partial class Durations
{
    /// <summary>
    /// Reads a number of seconds, or h:mm:ss with any number of hours and optional fractions of a second. <see cref="TimeSpan"/> itself
    /// reads 26:00:00 as 26 days. It also reads what TimeSpan writes: 1.02:00:00 is one day and two hours.
    /// </summary>
    /// <param name="text">The text, in the invariant culture.</param>
    /// <param name="duration">The duration; not negative.</param>
    /// <returns>False if the text is neither, or too long for a duration.</returns>
    public static bool TryParse(string? text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var match = Clock.Match(text ?? "");
        if (!match.Success)
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && TryCreate(number, out duration);
        }

        var hours = (Read(match, "days") * 24) + Read(match, "hours");
        return TryCreate((hours * 3600) + (Read(match, "minutes") * 60) + Read(match, "seconds"), out duration);
    }

    /// <summary>Creates a duration of seconds.</summary>
    /// <param name="seconds">The number of seconds.</param>
    /// <param name="duration">The duration.</param>
    /// <returns>False if the number is negative, not a number, or too large for a duration.</returns>
    public static bool TryCreate(double seconds, out TimeSpan duration)
    {
        var isInRange = seconds >= 0 && seconds < TimeSpan.MaxValue.TotalSeconds;
        duration = isInRange ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;
        return isInRange;
    }

    [GeneratedRegex(
        @"^\s*((?<days>[0-9]{1,8})\.)?(?<hours>[0-9]{1,8}):(?<minutes>[0-5]?[0-9]):(?<seconds>[0-5]?[0-9](\.[0-9]+)?)\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clock { get; }

    private static double Read(Match match, string group)
    {
        if (match.Groups[group].Success)
        {
            return double.Parse(match.Groups[group].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        return 0;
    }
}
