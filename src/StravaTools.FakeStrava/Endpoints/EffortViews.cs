using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>Segments and efforts on them, as an athlete sees them.</summary>
internal static class EffortViews
{
    /// <summary>The summary of a segment.</summary>
    public static SegmentSummary DescribeSegment(FakeSegment segment, ApiRequest request) =>
        SegmentShapes.ToSummary(segment) with { Starred = segment.StarredBy.Contains(request.AthleteId) };

    /// <summary>The effort, with whether the athlete starred the segment.</summary>
    public static SegmentEffort ForAthlete(SegmentEffort effort, ApiRequest request)
    {
        if (request.World.Options.FindSegment(effort.Segment!.Id)?.StarredBy.Contains(request.AthleteId) == true)
        {
            return effort with { Segment = effort.Segment with { Starred = true } };
        }

        return effort;
    }

    /// <summary>The efforts of the athlete on a segment that the token can read, the oldest first.</summary>
    public static IReadOnlyList<SegmentEffort> FindOwn(long? segmentId, ApiRequest request) =>
        [.. request.World.Activities().Where(activity => ActivityAccess.IsAccessible(activity, request))
            .SelectMany(activity => activity.SegmentEfforts).Where(effort => effort.Segment!.Id == segmentId)
            .OrderBy(effort => effort.StartDate)];

    /// <summary>The statistics of an athlete on a segment.</summary>
    /// <param name="own">The efforts of the athlete.</param>
    public static JsonObject DescribeStats(IReadOnlyCollection<SegmentEffort> own)
    {
        var best = own.MinBy(effort => effort.ElapsedTime);
        return new JsonObject
        {
            ["pr_elapsed_time"] = best?.ElapsedTime,
            ["pr_visibility"] = best?.Visibility,
            ["pr_activity_id"] = best?.Activity.Id,
            ["pr_activity_visibility"] = best?.Activity.Visibility,
            ["pr_date"] = best?.StartDateLocal.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["effort_count"] = own.Count,
        };
    }
}
