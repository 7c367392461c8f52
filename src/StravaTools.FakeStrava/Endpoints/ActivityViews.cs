using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The representations of an activity (strava-activities.md), as far as the token may see it.</summary>
internal static class ActivityViews
{
    /// <summary>"the same as the detailed representation, except it does NOT include these attributes" (strava-activities.md).</summary>
    private static readonly string[] DetailsOnly =
    [
        "calories", "description", "gear", "segment_efforts", "splits_metric", "splits_standard", "laps", "best_efforts", "device_name", "embed_token",
        "photos",
    ];

    /// <summary>The activity in the route, in detail; null if it is not there or not to be seen.</summary>
    public static DetailedActivity? FindOwn(ApiRequest request)
    {
        if (request.Id is { } id && request.World.FindActivity(id) is { } activity && IsOwn(activity, request))
        {
            return activity;
        }

        return null;
    }

    /// <summary>Private activities need view_private (strava-activities.md, private), or activity:read_all.</summary>
    public static bool IsOwn(DetailedActivity activity, ApiRequest request) =>
        activity.Athlete.Id == request.Athlete.Id && (!activity.Private || request.Grant.Scopes.SeesPrivate);

    public static Response Detail(DetailedActivity activity, ApiRequest request, int status = StatusCodes.Status200OK)
    {
        var efforts = request.ReadFlag("include_all_efforts") ? activity.SegmentEfforts : [.. activity.SegmentEfforts.Where(effort => !effort.Hidden)];
        return Response.FromJson(status, ForToken(activity, request) with { SegmentEfforts = efforts }, StravaJson.Default.DetailedActivity);
    }

    public static JsonNode Summary(DetailedActivity activity, ApiRequest request)
    {
        var json = JsonSerializer.SerializeToNode(ForToken(activity, request) with { ResourceState = 2 }, StravaJson.Default.DetailedActivity)!.AsObject();
        foreach (var name in DetailsOnly)
        {
            json.Remove(name);
        }

        // "The map attribute also only includes a summary representation of the route."
        var map = json["map"]!.AsObject();
        map.Remove("polyline");
        map["resource_state"] = 2;
        return json;
    }

    /// <summary>"just enough information to determine if the object has changed. It is an array, not an object."</summary>
    public static JsonNode ToMetaRepresentation(DetailedActivity activity, FakeAthlete athlete)
    {
        var (first, last) = OutsideZones(activity, athlete);
        return new JsonArray(
            activity.Id, FormatIsoTime(activity.UpdatedAt), activity.Type, FormatIsoTime(activity.StartDateLocal), activity.ElapsedTime, activity.Private ? 1 : 0,
            activity.Flagged ? 1 : 0, first, last);
    }

    /// <summary>
    /// "Start and end locations are rounded to 2 decimal places for all public accesses"; "exact ... if the activity is owned by the requesting athlete
    /// and the access token has view_private permissions".
    /// </summary>
    private static DetailedActivity ForToken(DetailedActivity activity, ApiRequest request)
    {
        var seen = activity with { HasKudoed = activity.KudosFrom.Contains(request.Athlete.Id) };
        if (activity.Athlete.Id == request.Athlete.Id && request.Grant.Scopes.SeesPrivate)
        {
            return seen;
        }

        return seen with
        {
            StartLatlng = Rounded(activity.StartLatlng),
            EndLatlng = Rounded(activity.EndLatlng),
        };
    }

    private static ImmutableArray<double> Rounded(ImmutableArray<double> place) => [.. place.Select(degrees => Math.Round(degrees, 2))];

    /// <summary>
    /// The first record outside a privacy zone and the last one; 0 where the end is in none. If all are inside, the first is past the last.
    /// </summary>
    private static (int First, int Last) OutsideZones(DetailedActivity activity, FakeAthlete athlete)
    {
        if (athlete.PrivacyZones.Count == 0 || activity.Recording?.Streams is not { Count: > 0 } streams)
        {
            return (0, 0);
        }

        bool IsHidden(int point) => streams.HasPosition(point) && athlete.PrivacyZones.Any(zone =>
            zone.Contains(streams.Latitude[point], streams.Longitude[point]));
        var shown = Enumerable.Range(0, streams.Count).Where(point => !IsHidden(point)).ToList();
        if (shown.Count == 0)
        {
            return (streams.Count, streams.Count - 1);
        }

        return (shown[0], shown[^1] == streams.Count - 1 ? 0 : shown[^1]);
    }

    private static string FormatIsoTime(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
