using StravaTools.Activities.Analysis;

namespace StravaTools.Client.Activities;

/// <summary>
/// A stream of an activity, such as its heart rate (strava-v3-api.md, "Summary of Resources", /v3/activities/:id/streams; attributes from
/// Strava's published Swagger). All streams of a response have values for the same records.
/// </summary>
public sealed record StravaStreamData
{
    /// <summary>The requested activity. It is not in Strava's response.</summary>
    public long ActivityId { get; init; }

    /// <summary>The type: one of <see cref="StravaStreamTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// One value per record: a <see cref="Position"/> for latlng, a Boolean for moving, otherwise a number; null if missing.
    /// <see cref="StravaStreamTypes"/> lists the units.
    /// </summary>
    public required IReadOnlyList<object?> Data { get; init; }

    /// <summary>The axis of even spacing: distance or time.</summary>
    public string? SeriesType { get; init; }

    /// <summary>The number of records before thinning.</summary>
    public int? OriginalSize { get; init; }

    /// <summary>low, medium, or high.</summary>
    public string? Resolution { get; init; }

    /// <summary>Returns the values of a numeric stream; null if missing.</summary>
    public IEnumerable<double?> Numbers() => Data.Select(value => value as double?);

    /// <summary>Returns the values of latlng; null if missing.</summary>
    public IEnumerable<Position?> Positions() => Data.Select(value => value as Position?);
}
