using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/streams?keys=... (swagger) and /streams/{types}, its older form: an array of streams, or an object with
/// key_by_type. What is not recorded is left out; distance comes along, for it is what the others are given over.
/// </summary>
internal static class GetStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityViews.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        // "Streams of a manual activity: 404" (field-notes.md, 3.3)
        if (activity.Recording is not { Streams.Count: > 0 } file)
        {
            return Response.NoRoute();
        }

        var types = request.Http.GetRouteValue("types") as string ?? request.Parameters["keys"] ?? request.Parameters["types"];
        var (resolution, series) = (request.Parameters["resolution"], request.Parameters["series_type"]);
        if (resolution is not (null or "low" or "medium" or "high") || series is not (null or "distance" or "time"))
        {
            return Response.BadRequest(new FaultError("Stream", resolution is null or "low" or "medium" or "high" ? "series_type" : "resolution", "invalid"));
        }

        var set = new StreamSet(file.Streams, resolution, series);
        var keys = types?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (keys?.FirstOrDefault(key => !StreamSet.Keys.Contains(key, StringComparer.Ordinal)) is not null)
        {
            return Response.BadRequest(new FaultError("Stream", "type", "invalid"));
        }

        return CreateResponse(set, keys ?? StreamSet.Keys, request.ReadFlag("key_by_type"));
    }

    private static Response CreateResponse(StreamSet set, IReadOnlyCollection<string> keys, bool byType)
    {
        var told = StreamSet.Keys.Where(key => keys.Contains(key, StringComparer.Ordinal) || key == set.SeriesType).Select(key => (Key: key, Stream: set.FindStream(key)))
            .Where(one => one.Stream is not null).ToList();
        if (byType)
        {
            return Response.FromJson(
                StatusCodes.Status200OK, new JsonObject(told.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Stream))), StravaJson.Default.JsonObject);
        }

        foreach (var (key, stream) in told)
        {
            stream!.Insert(0, "type", key);
        }

        return Response.FromJson(StatusCodes.Status200OK, new JsonArray([.. told.Select(one => one.Stream)]), StravaJson.Default.JsonArray);
    }
}
