using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Activities;

/// <summary>
/// One series of values of an activity, as its heart rate (strava-v3-api.md, "Summary of Resources", /v3/activities/:id/streams; attributes
/// by Strava's published swagger). All streams of an answer have values for the same records.
/// </summary>
public sealed record StravaStreamData
{
    /// <summary>The activity that was asked for; Strava does not repeat it.</summary>
    public long ActivityId { get; init; }

    /// <summary>What its values are: one of <see cref="StravaStreamTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// A value for each record: a number, for latlng a <see cref="Position"/>, for moving a boolean; null where there is none. The units
    /// are those of
    /// <see cref="StravaStreamTypes"/>.
    /// </summary>
    public required IReadOnlyList<object?> Data { get; init; }

    /// <summary>What was thinned out evenly: distance or time.</summary>
    public string? SeriesType { get; init; }

    /// <summary>How many records there were before.</summary>
    public int? OriginalSize { get; init; }

    /// <summary>low, medium or high.</summary>
    public string? Resolution { get; init; }

    /// <summary>The values of a stream of numbers; null where there is none.</summary>
    public IEnumerable<double?> Numbers() => Data.Select(value => value as double?);

    /// <summary>The values of latlng; null where there is none.</summary>
    public IEnumerable<Position?> Positions() => Data.Select(value => value as Position?);
}
