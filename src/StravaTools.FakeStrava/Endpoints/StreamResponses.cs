using System.Text.Json.Nodes;
using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// Streams of activities, efforts, segments, and routes: an array, or an object with key_by_type. Streams that do not exist are left out;
/// distance is always included, because the other streams are spaced by it.
/// </summary>
internal static class StreamResponses
{
    /// <summary>The streams of what was planned, not recorded (swagger).</summary>
    public static IReadOnlyList<string> PlannedKeys { get; } = ["distance", "latlng", "altitude"];

    /// <summary>The requested streams.</summary>
    /// <param name="request">The request.</param>
    /// <param name="streams">The points, at least one.</param>
    /// <param name="known">The keys that can be requested; all of them by default.</param>
    public static Response Respond(ApiRequest request, ActivityStreams streams, IReadOnlyList<string> known)
    {
        var (resolution, seriesType) = (request.Parameters["resolution"], request.Parameters["series_type"]);
        if (resolution is not (null or "low" or "medium" or "high"))
        {
            return Invalid("resolution");
        }

        if (seriesType is not (null or "distance" or "time"))
        {
            return Invalid("series_type");
        }

        var keys = ReadKeys(request) ?? known;
        if (!keys.All(key => known.Contains(key, StringComparer.Ordinal)))
        {
            return Invalid("type");
        }

        return CreateResponse(new StreamSet(streams, resolution, seriesType), keys, request.Parameters.ReadFlag("key_by_type"));
    }

    private static string[]? ReadKeys(ApiRequest request)
    {
        var list = request.Http.GetRouteValue("types") as string ?? request.Parameters["keys"] ?? request.Parameters["types"];
        return list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static Response CreateResponse(StreamSet set, IReadOnlyList<string> keys, bool byType)
    {
        var streams = StreamSet.Keys.Where(key => keys.Contains(key, StringComparer.Ordinal) || key == set.SeriesType)
            .Select(key => KeyValuePair.Create(key, set.FindStream(key)))
            .Where(stream => stream.Value is not null).ToList();
        if (byType)
        {
            var json = new JsonObject(streams.Select(stream => KeyValuePair.Create(stream.Key, (JsonNode?)stream.Value)));
            return Response.Ok(json, StravaJson.Default.JsonObject);
        }

        foreach (var (key, stream) in streams)
        {
            stream!.Insert(0, "type", key);
        }

        return Response.Ok(new JsonArray([.. streams.Select(stream => stream.Value)]), StravaJson.Default.JsonArray);
    }

    private static Response Invalid(string field) => Response.BadRequest(new FaultError("Stream", field, "invalid"));
}
