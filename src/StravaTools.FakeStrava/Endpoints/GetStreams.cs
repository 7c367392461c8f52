using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// GET /api/v3/activities/{id}/streams?keys=... (swagger) and /streams/{types}, its older form: an array of streams, or an object with
/// key_by_type. Streams that were not recorded are left out; distance is always included, because the other streams are spaced by it.
/// </summary>
internal static class GetStreams
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        // "Streams of a manual activity: 404" (field-notes.md, 3.3)
        if (activity.Recording is not { Streams.Count: > 0 } recording)
        {
            return Response.ResourceNotFound();
        }

        var (resolution, seriesType) = (request.Parameters["resolution"], request.Parameters["series_type"]);
        if (resolution is not (null or "low" or "medium" or "high"))
        {
            return Invalid("resolution");
        }

        if (seriesType is not (null or "distance" or "time"))
        {
            return Invalid("series_type");
        }

        var keys = ReadKeys(request);
        if (keys.Any(key => !StreamSet.Keys.Contains(key, StringComparer.Ordinal)))
        {
            return Invalid("type");
        }

        var set = new StreamSet(recording.Streams, resolution, seriesType);
        return CreateResponse(set, keys, request.Parameters.ReadFlag("key_by_type"));
    }

    private static IReadOnlyCollection<string> ReadKeys(ApiRequest request)
    {
        var list = request.Http.GetRouteValue("types") as string ?? request.Parameters["keys"] ?? request.Parameters["types"];
        return list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? StreamSet.Keys;
    }

    private static Response CreateResponse(StreamSet set, IReadOnlyCollection<string> keys, bool byType)
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
