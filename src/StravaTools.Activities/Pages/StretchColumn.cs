using System.Collections.Immutable;
using StravaTools.Activities.Analysis;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>A column of laps or splits.</summary>
internal sealed record StretchColumn(string Title, string Unit, Func<ActivityStretch, string> Format)
{
    /// <summary>The columns that have values.</summary>
    public static IReadOnlyList<StretchColumn> Choose(ActivityView view, ImmutableArray<ActivityStretch> stretches)
    {
        StretchColumn[] columns =
        [
            new("No.", "", stretch => PageText.FormatNumber(stretch.Number)),
            new("Distance", "km", stretch => PageText.FormatNumber(stretch.Distance / 1000, 2)),
            new("Time", "", stretch => DurationText.Format(stretch.MovingTime)),
            new(SpeedHeading(view).Title, SpeedHeading(view).Unit, stretch => FormatSpeed(view, stretch.AverageSpeed)),
            new("Climb", "m", stretch => FormatKnown(stretch.ElevationGain)),
            new("Heart rate", "bpm", stretch => FormatKnown(stretch.AverageHeartRate)),
            new("Power", "W", stretch => FormatKnown(stretch.AveragePower)),
        ];
        return [.. columns.Where(column => stretches.Any(stretch => column.Format(stretch).Length > 0))];
    }

    /// <summary>The heading of <see cref="FormatSpeed"/>.</summary>
    public static Heading SpeedHeading(ActivityView view) => view.IsOnFoot ? new Heading("Pace", "min/km") : new Heading("Speed", "km/h");

    /// <summary>A speed as the sport's speed or pace; empty if it is unknown.</summary>
    public static string FormatSpeed(ActivityView view, double? speed)
    {
        if (speed is not { } known)
        {
            return "";
        }

        if (view.IsOnFoot)
        {
            return PaceText.Format(known, 1000);
        }

        return PageText.FormatNumber(known * 3.6, 1);
    }

    private static string FormatKnown(double? value) => value is { } known ? PageText.FormatNumber(known) : "";
}
