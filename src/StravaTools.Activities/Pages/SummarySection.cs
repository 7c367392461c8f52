using StravaTools.Activities.Analysis;
using StravaTools.Activities.Texts;

namespace StravaTools.Activities.Pages;

/// <summary>Writes the title of an activity and its most important figures.</summary>
internal static class SummarySection
{
    /// <summary>Writes the header.</summary>
    public static void WriteHeader(PageBuilder page, ActivityView view, string? fileName)
    {
        var activity = view.Activity;
        string?[] facts =
        [
            activity.Name is null ? null : NameSport(view),
            FormatStart(view),
            activity.Creator,
            fileName,
            PageText.FormatCount(view.Measures.PointCount, "point", "points"),
        ];
        page.AddLine($"<header><h1><bdi>{activity.Name ?? NameSport(view)}</bdi></h1>");
        page.AddMarkup($"<p class=\"facts\">");
        foreach (var fact in facts.OfType<string>())
        {
            page.AddMarkup($"<bdi>{fact}</bdi>");
        }

        page.AddLine("</p></header>");
    }

    /// <summary>The name and the start in one line.</summary>
    public static string TitleOf(ActivityView view) =>
        string.Join(" · ", new[] { view.Activity.Name ?? NameSport(view), FormatStart(view) }.OfType<string>());

    /// <summary>Writes the tiles.</summary>
    public static void WriteTiles(PageBuilder page, ActivityView view)
    {
        page.AddLine("<dl class=\"tiles\">");
        foreach (var tile in TilesOf(view))
        {
            page.AddMarkup($"<div><dt>{tile.Label}</dt><dd>{tile.Value} <small>{tile.Unit}</small></dd>");
            page.AddLine($"<dd class=\"more\">{tile.More}</dd></div>");
        }

        page.AddLine("</dl>");
    }

    /// <summary>The figures that the activity has.</summary>
    public static IEnumerable<Tile> TilesOf(ActivityView view)
    {
        var measures = view.Measures;
        if (measures.Distance is > 0 and var meters)
        {
            var (value, unit) = PageText.FormatDistance(meters);
            yield return new Tile("Distance", value, unit);
        }

        if ((measures.MovingTime ?? measures.ElapsedTime) is { } time)
        {
            var label = measures.MovingTime is null ? "Time" : "Moving time";
            yield return new Tile(label, DurationText.Format(time), "", ElapsedNote(measures));
        }

        if (SpeedTile(measures, view) is { } speed)
        {
            yield return speed;
        }

        if (measures.ElevationGain is { } gain)
        {
            yield return new Tile("Climb", PageText.FormatNumber(gain), "m");
        }

        foreach (var tile in SensorTiles(measures, view))
        {
            yield return tile;
        }
    }

    private static string NameSport(ActivityView view)
    {
        if (view.Activity.SportType is { } type)
        {
            return PageText.SplitWords(type.Name);
        }

        return view.Activity.Sport ?? "Activity";
    }

    private static string? FormatStart(ActivityView view) =>
        view.Activity.StartTime is { } start ? MessageText.Format($"{start:dddd, d MMMM yyyy, HH:mm} (UTC{start:zzz})") : null;

    private static string ElapsedNote(ActivityMeasures measures)
    {
        if (measures is { MovingTime: { } moving, ElapsedTime: { } elapsed } && (elapsed - moving).TotalSeconds >= 1)
        {
            return $"{DurationText.Format(elapsed)} elapsed";
        }

        return "";
    }

    private static Tile? SpeedTile(ActivityMeasures measures, ActivityView view)
    {
        if (measures.AverageSpeed is not { } speed)
        {
            return null;
        }

        if (view.IsOnFoot)
        {
            return new Tile("Pace", PaceText.Format(speed, 1000), "/km", $"{PageText.FormatNumber(speed * 3.6, 1)} km/h");
        }

        if (SportKinds.IsSwim(measures.SportType))
        {
            return new Tile("Pace", PaceText.Format(speed, 100), "/100 m");
        }

        var fastest = measures.MaxSpeed is { } most ? $"max. {PageText.FormatNumber(most * 3.6, 1)}" : "";
        return new Tile("Speed", PageText.FormatNumber(speed * 3.6, 1), "km/h", fastest);
    }

    private static IEnumerable<Tile> SensorTiles(ActivityMeasures measures, ActivityView view)
    {
        if (measures.AverageHeartRate is { } heart)
        {
            yield return new Tile("Heart rate", PageText.FormatNumber(heart), "bpm", DescribeMore("max.", measures.MaxHeartRate));
        }

        if (measures.AveragePower is { } power)
        {
            yield return new Tile("Power", PageText.FormatNumber(power), "W", DescribeMore("weighted", measures.WeightedAveragePower));
        }

        if (measures.AverageCadence is { } cadence)
        {
            var (factor, unit) = view.IsOnFoot ? (2, "spm") : (1, "rpm");
            yield return new Tile("Cadence", PageText.FormatNumber(cadence * factor), unit);
        }

        if (measures.Calories is > 0 and var calories)
        {
            yield return new Tile("Energy", PageText.FormatNumber(calories), "kcal");
        }

        if (measures.AverageTemperature is { } temperature)
        {
            yield return new Tile("Temperature", PageText.FormatNumber(temperature), "°C");
        }
    }

    private static string DescribeMore(string label, double? value) => value is { } known ? $"{label} {PageText.FormatNumber(known)}" : "";
}
