using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The routes there are. A new endpoint is a file and a line here.</summary>
internal static class Routes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapStrava(this IEndpointRouteBuilder app, World world)
    {
        app.MapApi(world, "POST", "/api/v3/uploads", CreateUpload.Handle);
        app.MapApi(world, "GET", "/api/v3/uploads/{id}", GetUpload.Handle);
        app.MapApi(world, "POST", "/api/v3/activities", CreateActivity.Handle);
        app.MapApi(world, "GET", "/api/v3/activities/{id}", GetActivity.Handle);
        app.MapApi(world, "GET", "/api/v3/athlete", GetAthlete.Handle);
        app.MapApi(world, "GET", "/api/v3/athlete/activities", ListActivities.Handle);
        app.MapMethods("/photo-uploads/{key}", [HttpMethods.Put], http => PutPhoto.HandleAsync(http, world));
        app.MapMethods("/photos/{key}", Read, http => GetPhoto.Handle(http, world).WriteAsync(http));
        app.MapMethods("/activities/{id}", Read, http => ActivityPage.Handle(http, world).WriteAsync(http));
        app.MapFallback("{*path}", http => Answer.NoRoute().WriteAsync(http));
    }

    /// <summary>
    /// A route of the API: with the parameters read and the athlete known by the token. "HEAD can be issued against any resource".
    /// </summary>
    private static void MapApi(this IEndpointRouteBuilder app, World world, string method, string route, Func<ApiRequest, Answer> handle)
    {
        app.MapMethods(route, method == HttpMethods.Get ? Read : [method], async http =>
        {
            var answer = await AnswerAsync(http, world, handle);
            await answer.WriteAsync(http);
        });
    }

    private static async Task<Answer> AnswerAsync(HttpContext http, World world, Func<ApiRequest, Answer> handle)
    {
        try
        {
            var parameters = await RequestParameters.ReadAsync(http.Request);
            return world.AthleteOf(ApiRequest.TokenOf(http.Request, parameters)) is { } athlete
                ? handle(new ApiRequest(http, world, athlete, parameters))
                : Unauthorized();
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer.Fault(exception.StatusCode, "Payload Too Large");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return Answer.BadRequest(new FaultError("Request", "body", "invalid"));
        }
    }

    private static Answer Unauthorized() => Answer.Fault(
        StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Athlete", "access_token", "invalid"));
}
