using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>
/// What tests in any language can read and change, below /__admin/decathlon: activities, files, quota, faults, and tokens. It requires no
/// key, is not counted against a quota, and is not recorded.
/// </summary>
internal static class DecathlonAdmin
{
    private const string Root = "/__admin/decathlon";

    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Delete = [HttpMethods.Delete];

    /// <summary>An unknown name is an error: otherwise it would be a setting without effect.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static void MapDecathlonAdmin(this IEndpointRouteBuilder app, DecathlonState state)
    {
        app.MapActivities(state);
        app.MapAdmin(Read, Root + "/files", _ => OkResponse(state.StoredFiles().Select(file => DescribeFile(file, state))));
        app.MapAdmin(Delete, Root + "/files/{id?}", key => ConfirmDeletion(key, state.RemoveFiles(key)));
        app.MapAdmin(Read, Root + "/quota", _ => OkResponse(state.Quota.GetQuota()));
        app.MapAdmin<FakeDecathlonQuota>(HttpMethods.Put, Root + "/quota", quota => RunAndConfirm(() => state.Quota.SetQuota(quota)));
        app.MapAdmin(Read, Root + "/faults", _ => OkResponse(state.Faults.Snapshot()));
        app.MapAdmin<FakeDecathlonFault>(HttpMethods.Post, Root + "/faults", fault => AddFault(fault, state));
        app.MapAdmin(Delete, Root + "/faults", _ => RunAndConfirm(() => state.Faults.ResetFaults([])));
        app.MapAdmin(Read, Root + "/tokens", _ => OkResponse(state.Tokens.CountTokens()));
        app.MapAdmin(Delete, Root + "/tokens/access", _ => RunAndConfirm(state.Tokens.ExpireAccessTokens));
        app.MapAdmin(Delete, Root + "/tokens/refresh", _ => RunAndConfirm(state.Tokens.RevokeRefreshTokens));
        app.MapAdmin([HttpMethods.Post], Root + "/reset", _ => RunAndConfirm(state.ResetState));
    }

    private static void MapActivities(this IEndpointRouteBuilder app, DecathlonState state)
    {
        app.MapAdmin(Read, Root + "/activities", _ => OkResponse(state.Activities()));
        app.MapAdmin<FakeDecathlonActivity>(HttpMethods.Post, Root + "/activities", activity => AddActivity(activity, state));
        app.MapAdmin(Read, Root + "/activities/{id}", id => GetActivity(id!, state));
        app.MapAdmin(Delete, Root + "/activities/{id?}", id => ConfirmDeletion(id, state.RemoveActivities(id)));
    }

    private static void MapAdmin(this IEndpointRouteBuilder app, string[] methods, string route, Func<string?, Response> handle) =>
        app.MapMethods(route, methods, http => handle(http.GetRouteValue("id") as string).WriteAsync(http));

    /// <summary>A route with a body in JSON.</summary>
    private static void MapAdmin<T>(this IEndpointRouteBuilder app, string method, string route, Func<T, Response> handle) =>
        app.MapMethods(route, [method], async http =>
        {
            var response = await HandleJsonAsync(http, handle);
            await response.WriteAsync(http);
        });

    private static async Task<Response> HandleJsonAsync<T>(HttpContext http, Func<T, Response> handle)
    {
        try
        {
            if (await JsonSerializer.DeserializeAsync<T>(http.Request.Body, Options, http.RequestAborted) is { } value)
            {
                return handle(value);
            }

            return BadRequest("The body is null.");
        }
        catch (JsonException exception)
        {
            return BadRequest(exception.Message);
        }
    }

    private static Response GetActivity(string id, DecathlonState state)
    {
        if (state.FindActivity(id) is { } activity)
        {
            return OkResponse(activity);
        }

        return NotFound();
    }

    private static Response AddActivity(FakeDecathlonActivity activity, DecathlonState state)
    {
        if (activity.Id.Length == 0)
        {
            return BadRequest("The id must not be empty.");
        }

        return JsonResponse(StatusCodes.Status201Created, state.PutActivity(activity));
    }

    private static Response AddFault(FakeDecathlonFault fault, DecathlonState state)
    {
        if (fault is not { Status: >= 400 and <= 599, Times: > 0 })
        {
            return BadRequest("The status must be from 400 to 599, and times 1 or more.");
        }

        return RunAndConfirm(() => state.Faults.AddFault(fault));
    }

    private static object DescribeFile(FakeStoredFile file, DecathlonState state) => new
    {
        file.Key,
        file.FileName,
        file.ContentType,
        Size = file.Bytes.Length,
        Url = state.FileUrl(file.Key),
    };

    private static Response OkResponse<T>(T value) => JsonResponse(StatusCodes.Status200OK, value);

    private static Response RunAndConfirm(Action change)
    {
        change();
        return Response.WithoutBody(StatusCodes.Status204NoContent);
    }

    /// <summary>Deleting everything always succeeds; deleting by id requires that it existed.</summary>
    private static Response ConfirmDeletion(string? id, int count)
    {
        if (id is not null && count == 0)
        {
            return NotFound();
        }

        return Response.WithoutBody(StatusCodes.Status204NoContent);
    }

    private static Response NotFound() => JsonResponse(StatusCodes.Status404NotFound, new { Message = "No item has this id." });

    private static Response BadRequest(string why) => JsonResponse(StatusCodes.Status400BadRequest, new { Message = why });

    private static Response JsonResponse<T>(int status, T value) =>
        new(status, Response.JsonType, JsonSerializer.SerializeToUtf8Bytes(value, Options));
}
