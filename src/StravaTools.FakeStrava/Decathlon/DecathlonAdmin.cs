using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// What tests in any language look at and change, below /__admin/decathlon: activities, files, quota, faults and tokens. It needs no key, counts
/// against no quota and is not recorded.
/// </summary>
internal static class DecathlonAdmin
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>A name that is none would be a setting that has no effect: refused.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapDecathlonAdmin(this IEndpointRouteBuilder app, DecathlonState state)
    {
        const string Root = "/__admin/decathlon";
        app.MapAdmin(Read, Root + "/activities", _ => OkResponse(state.Activities()));
        app.MapAdmin<FakeDecathlonActivity>(HttpMethods.Post, Root + "/activities", activity => activity.Id.Length > 0
            ? JsonResponse(StatusCodes.Status201Created, state.PutActivity(activity))
            : Refused("The id must not be empty."));
        app.MapAdmin(Read, Root + "/activities/{id}", id => state.FindActivity(id!) is { } activity ? OkResponse(activity) : NotFound());
        app.MapAdmin([HttpMethods.Delete], Root + "/activities/{id?}", id => Deleted(id, state.RemoveActivities(id)));
        app.MapAdmin(Read, Root + "/files", _ => OkResponse(state.StoredFiles().Select(file => new
        {
            file.Key,
            file.FileName,
            file.ContentType,
            Size = file.Bytes.Length,
            Url = state.FileUrl(file.Key),
        })));
        app.MapAdmin([HttpMethods.Delete], Root + "/files/{id?}", key => Deleted(key, state.RemoveFiles(key)));
        app.MapAdmin(Read, Root + "/quota", _ => OkResponse(state.Quota.GetQuota()));
        app.MapAdmin<FakeDecathlonQuota>(HttpMethods.Put, Root + "/quota", quota => RunAndConfirm(() => state.Quota.SetQuota(quota)));
        app.MapAdmin(Read, Root + "/faults", _ => OkResponse(state.Faults.Snapshot()));
        app.MapAdmin<FakeDecathlonFault>(HttpMethods.Post, Root + "/faults", fault => fault is { Status: >= 400 and <= 599, Times: > 0 }
            ? RunAndConfirm(() => state.Faults.AddFault(fault))
            : Refused("The status must be from 400 to 599, and times 1 or more."));
        app.MapAdmin([HttpMethods.Delete], Root + "/faults", _ => RunAndConfirm(() => state.Faults.ResetFaults([])));
        app.MapAdmin(Read, Root + "/tokens", _ => OkResponse(state.Tokens.Counts()));
        app.MapAdmin([HttpMethods.Delete], Root + "/tokens/access", _ => RunAndConfirm(state.Tokens.ExpireAccessTokens));
        app.MapAdmin([HttpMethods.Delete], Root + "/tokens/refresh", _ => RunAndConfirm(state.Tokens.RevokeRefreshTokens));
        app.MapAdmin([HttpMethods.Post], Root + "/reset", _ => RunAndConfirm(state.ResetState));
    }

    private static void MapAdmin(this IEndpointRouteBuilder app, string[] methods, string route, Func<string?, Response> handle) =>
        app.MapMethods(route, methods, http => handle(http.GetRouteValue("id") as string).WriteAsync(http));

    /// <summary>A route that takes JSON.</summary>
    private static void MapAdmin<T>(this IEndpointRouteBuilder app, string method, string route, Func<T, Response> handle) =>
        app.MapMethods(route, [method], async http =>
        {
            Response answer;
            try
            {
                answer = await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Options, http.RequestAborted) is { } value ? handle(value) : Refused("It is null.");
            }
            catch (JsonException exception)
            {
                answer = Refused(exception.Message);
            }

            await answer.WriteAsync(http);
        });

    private static Response OkResponse<T>(T value) => JsonResponse(StatusCodes.Status200OK, value);

    private static Response RunAndConfirm(Action change)
    {
        change();
        return Response.WithoutBody(StatusCodes.Status204NoContent);
    }

    /// <summary>All may be none; the one that was named must have been there.</summary>
    private static Response Deleted(string? id, int count)
    {
        if (id is not null && count == 0)
        {
            return NotFound();
        }

        return Response.WithoutBody(StatusCodes.Status204NoContent);
    }

    private static Response NotFound() => JsonResponse(StatusCodes.Status404NotFound, new { Message = "There is none of that name." });

    private static Response Refused(string why) => JsonResponse(StatusCodes.Status400BadRequest, new { Message = why });

    private static Response JsonResponse<T>(int status, T value) => new(status, Response.JsonType, JsonSerializer.SerializeToUtf8Bytes(value, Options));
}
