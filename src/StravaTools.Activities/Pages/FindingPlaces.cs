using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Pages;

/// <summary>Finds the points at which findings are.</summary>
internal static class FindingPlaces
{
    /// <summary>Numbers the findings and finds the point of each in the activity.</summary>
    public static IReadOnlyList<FindingMark> Locate(IReadOnlyList<Finding> findings, ActivityStreams streams) =>
        [.. findings.Select((finding, i) => new FindingMark(i + 1, finding, FindPoint(finding, streams)))];

    /// <summary>
    /// A finding in a text may be at an element inside of a point. It belongs to the last point that begins before it, unless it is after
    /// the last point. In a FIT file, a finding of a point has the offset of its message.
    /// </summary>
    private static int? FindPoint(Finding finding, ActivityStreams streams)
    {
        var places = streams.Locations;
        if (places.IsEmpty || finding is { Line: null, Offset: null })
        {
            return null;
        }

        var point = CountAtOrBefore(places.AsSpan(), finding) - 1;
        var mustBeEqual = finding.Offset is not null || point == places.Length - 1;
        if (point < 0 || (mustBeEqual && !IsAtPlace(places[point], finding)))
        {
            return null;
        }

        return point;
    }

    private static bool IsAtPlace(SourceLocation place, Finding finding) => place.Line == finding.Line && place.Offset == finding.Offset;

    /// <summary>Points are in the order of the file, with rare exceptions, which are not found.</summary>
    private static int CountAtOrBefore(ReadOnlySpan<SourceLocation> places, Finding finding)
    {
        var (low, high) = (0, places.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsAfter(places[middle], finding))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    private static bool IsAfter(SourceLocation place, Finding finding) =>
        place.Offset > finding.Offset || place.Line > finding.Line || (place.Line == finding.Line && place.Column > finding.Column);
}
