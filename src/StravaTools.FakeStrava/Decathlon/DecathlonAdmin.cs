using System.Text.Json;
using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Endpoints;

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
        app.MapAdmin(Read, Root + "/activities", _ => Ok(state.Activities()));
        app.MapAdmin<FakeDecathlonActivity>(HttpMethods.Post, Root + "/activities", activity => activity.Id.Length > 0
            ? Of(StatusCodes.Status201Created, state.Put(activity))
            : Refused("The id must not be empty."));
        app.MapAdmin(Read, Root + "/activities/{id}", id => state.Find(id!) is { } activity ? Ok(activity) : NotFound());
        app.MapAdmin([HttpMethods.Delete], Root + "/activities/{id?}", id => Deleted(id, state.RemoveActivities(id)));
        app.MapAdmin(Read, Root + "/files", _ => Ok(state.StoredFiles().Select(file => new
        {
            file.Key,
            file.FileName,
            file.ContentType,
            Size = file.Bytes.Length,
            Url = state.UrlOf(file.Key),
        })));
        app.MapAdmin([HttpMethods.Delete], Root + "/files/{id?}", key => Deleted(key, state.RemoveFiles(key)));
        app.MapAdmin(Read, Root + "/quota", _ => Ok(state.Quota.Get()));
        app.MapAdmin<FakeDecathlonQuota>(HttpMethods.Put, Root + "/quota", quota => Done(() => state.Quota.Set(quota)));
        app.MapAdmin(Read, Root + "/faults", _ => Ok(state.Faults.Snapshot()));
        app.MapAdmin<FakeDecathlonFault>(HttpMethods.Post, Root + "/faults", fault => fault is { Status: >= 400 and <= 599, Times: > 0 }
            ? Done(() => state.Faults.Order(fault))
            : Refused("The status must be from 400 to 599, and times 1 or more."));
        app.MapAdmin([HttpMethods.Delete], Root + "/faults", _ => Done(() => state.Faults.Reset([])));
        app.MapAdmin(Read, Root + "/tokens", _ => Ok(state.Tokens.Counts()));
        app.MapAdmin([HttpMethods.Delete], Root + "/tokens/access", _ => Done(state.Tokens.ExpireAccessTokens));
        app.MapAdmin([HttpMethods.Delete], Root + "/tokens/refresh", _ => Done(state.Tokens.RevokeRefreshTokens));
        app.MapAdmin([HttpMethods.Post], Root + "/reset", _ => Done(state.Reset));
    }

    private static void MapAdmin(this IEndpointRouteBuilder app, string[] methods, string route, Func<string?, Answer> handle) =>
        app.MapMethods(route, methods, http => handle(http.GetRouteValue("id") as string).WriteAsync(http));

    /// <summary>A route that takes JSON.</summary>
    private static void MapAdmin<T>(this IEndpointRouteBuilder app, string method, string route, Func<T, Answer> handle) =>
        app.MapMethods(route, [method], async http =>
        {
            Answer answer;
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

    private static Answer Ok<T>(T value) => Of(StatusCodes.Status200OK, value);

    private static Answer Done(Action change)
    {
        change();
        return Answer.Empty(StatusCodes.Status204NoContent);
    }

    /// <summary>All may be none; the one that was named must have been there.</summary>
    private static Answer Deleted(string? id, int count) => id is not null && count == 0 ? NotFound() : Answer.Empty(StatusCodes.Status204NoContent);

    private static Answer NotFound() => Of(StatusCodes.Status404NotFound, new { Message = "There is none of that name." });

    private static Answer Refused(string why) => Of(StatusCodes.Status400BadRequest, new { Message = why });

    private static Answer Of<T>(int status, T value) => new(status, Answer.JsonType, JsonSerializer.SerializeToUtf8Bytes(value, Options));
}
