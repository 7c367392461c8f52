using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /api/v3/activities/{id}/comments (swagger, Comment), in pages or after a cursor. The API cannot create comments.</summary>
internal static class ListComments
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        if (Paging.ValidateParameters(request) is { } error)
        {
            return error;
        }

        var comments = activity.Comments
            .Select((comment, index) => (Comment: comment, Number: index + 1, Author: request.World.Options.FindAthlete(comment.AthleteId)))
            .Where(item => item.Author is not null)
            .Select(item => Describe(item.Comment, item.Number, item.Author!, activity));
        return Response.Ok(new JsonArray([.. PageOf(comments, request)]), StravaJson.Default.JsonArray);
    }

    /// <summary>The cursor of a comment is its number.</summary>
    private static IEnumerable<JsonObject> PageOf(IEnumerable<JsonObject> comments, ApiRequest request)
    {
        if (request.Parameters.ReadNumber("page_size") is { } size)
        {
            var after = request.Parameters.ReadNumber("after_cursor") ?? 0;
            return comments.Where(comment => comment["id"]!.GetValue<long>() > after).Take((int)Math.Clamp(size, 1, Paging.MaxPerPage));
        }

        return comments.PageOf(request);
    }

    private static JsonObject Describe(FakeComment comment, long number, FakeAthlete author, DetailedActivity activity) => new()
    {
        ["id"] = number,
        ["activity_id"] = activity.Id,
        ["post_id"] = null,
        ["resource_state"] = 2,
        ["text"] = comment.Text,
        ["mentions_metadata"] = null,
        ["created_at"] = (comment.CreatedAt ?? activity.CreatedAt).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["cursor"] = number.ToString(CultureInfo.InvariantCulture),
        ["athlete"] = ListKudos.DescribeAthlete(author),
        ["reaction_count"] = 0,
        ["has_reacted"] = false,
    };
}
