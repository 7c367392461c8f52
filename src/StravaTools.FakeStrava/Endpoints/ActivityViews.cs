using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The representations of an activity (strava-activities.md), as far as the token can read it.</summary>
internal static class ActivityViews
{
    public static Response RespondWithDetail(DetailedActivity activity, ApiRequest request)
    {
        var all = request.Parameters.ReadFlag("include_all_efforts");
        var efforts = activity.SegmentEfforts.Where(effort => all || !effort.Hidden);
        var view = ForToken(activity, request) with
        {
            SegmentEfforts = [.. efforts.Select(effort => EffortViews.ForAthlete(effort, request))],
        };
        return Response.Ok(view, request.Json.Detail<DetailedActivity>());
    }

    /// <summary>The activity to be written with <see cref="WireJson.Summary"/>.</summary>
    public static DetailedActivity ToSummary(DetailedActivity activity, ApiRequest request) => AsSummary(ForToken(activity, request));

    /// <summary>"The map attribute also only includes a summary representation of the route."</summary>
    private static DetailedActivity AsSummary(DetailedActivity activity) =>
        activity with { ResourceState = 2, Map = activity.Map with { ResourceState = 2 } };

    /// <summary>"just enough information to determine if the object has changed. It is an array, not an object."</summary>
    public static JsonNode ToMeta(DetailedActivity activity, FakeAthlete athlete)
    {
        var (first, last) = FindVisibleRange(activity, athlete);
        return new JsonArray(
            activity.Id,
            FormatIsoTime(activity.UpdatedAt),
            activity.Type,
            FormatIsoTime(activity.StartDateLocal),
            activity.ElapsedTime,
            Convert.ToInt32(activity.Private),
            Convert.ToInt32(activity.Flagged),
            first,
            last);
    }

    /// <summary>
    /// "Start and end locations are rounded to 2 decimal places for all public accesses"; "exact ... if the activity is owned by the
    /// requesting athlete and the access token has view_private permissions".
    /// </summary>
    private static DetailedActivity ForToken(DetailedActivity activity, ApiRequest request)
    {
        var view = activity with { HasKudoed = activity.KudosFrom.Contains(request.AthleteId) };
        if (activity.Athlete.Id == request.AthleteId && request.Grant.Scopes.SeesPrivate)
        {
            return view;
        }

        return view with { StartLatlng = RoundPlace(activity.StartLatlng), EndLatlng = RoundPlace(activity.EndLatlng) };
    }

    private static ImmutableArray<double> RoundPlace(ImmutableArray<double> place) =>
        [.. place.Select(degrees => Math.Round(degrees, 2))];

    /// <summary>
    /// The first record outside a privacy zone and the last one; 0 if the end is in none. If all are inside, the first is past the last.
    /// </summary>
    private static (int First, int Last) FindVisibleRange(DetailedActivity activity, FakeAthlete athlete)
    {
        if (athlete.PrivacyZones.Count == 0 || activity.Recording?.Streams is not { Count: > 0 } streams)
        {
            return (0, 0);
        }

        bool IsHidden(int point) => streams.HasPosition(point) && athlete.PrivacyZones.Any(zone =>
            zone.Contains(streams.Latitude[point], streams.Longitude[point]));
        var visible = Enumerable.Range(0, streams.Count).Where(point => !IsHidden(point)).ToList();
        if (visible.Count == 0)
        {
            return (streams.Count, streams.Count - 1);
        }

        var isEndVisible = visible[^1] == streams.Count - 1;
        return (visible[0], isEndVisible ? 0 : visible[^1]);
    }

    private static string FormatIsoTime(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
