using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>All routes of the Decathlon part. A new endpoint is a file, a line here, and a test.</summary>
internal static class DecathlonRoutes
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDecathlon(this IEndpointRouteBuilder app, DecathlonState state)
    {
        const string Api = "/sportstrackingdata/v2";
        app.MapApi(state, [HttpMethods.Post], Api + "/upload", FakeDecathlonOperation.Upload, StoreFile.HandleAsync);
        app.MapApi(state, Read, Api + "/activities/{id}", FakeDecathlonOperation.Read, GetDecathlonActivity.HandleAsync);
        app.MapApi(state, [HttpMethods.Put], Api + "/activities/{id}", FakeDecathlonOperation.Write, PutDecathlonActivity.HandleAsync);
        app.MapMethods("/sportstrackingdata/files/{key}", Read, http => GetStoredFile.Handle(http, state).WriteAsync(http))
            .WithOperation(nameof(GetStoredFile));
        app.MapMethods("/sportstrackingdata/maps/{name}", Read, http => GetThumbnail.Handle().WriteAsync(http))
            .WithOperation(nameof(GetThumbnail));
        app.MapMethods("/sportstrackingdata/sports/{name}", Read, http => GetThumbnail.Handle().WriteAsync(http))
            .WithOperation(nameof(GetThumbnail));
        app.MapMethods("/connect/oauth/authorize", Read, http => Authorize.Handle(http, state).WriteAsync(http))
            .WithOperation(nameof(Authorize));
        app.MapMethods("/connect/oauth/token", [HttpMethods.Post], async http =>
        {
            var response = await IssueToken.HandleAsync(http, state);
            await response.WriteAsync(http);
        }).WithOperation(nameof(IssueToken));
    }

    private static void MapApi(
        this IEndpointRouteBuilder app, DecathlonState state, string[] methods, string route, FakeDecathlonOperation operation,
        Func<HttpContext, DecathlonState, Task<Response>> handle) =>
        app.MapMethods(route, methods, async http =>
        {
            var response = DecathlonGate.Refuse(http, state) ?? await RunAsync(http, state, operation, handle);
            await response.WriteAsync(http);
        }).WithOperation(handle.Method.DeclaringType!.Name);

    /// <summary>Strava has operations of the same names.</summary>
    private static void WithOperation(this IEndpointConventionBuilder endpoint, string name) =>
        endpoint.WithMetadata(new OperationName($"decathlon.{OperationName.FromClass(name).Name}", AnsweredBy.Decathlon));

    private static async Task<Response> RunAsync(
        HttpContext http, DecathlonState state, FakeDecathlonOperation operation, Func<HttpContext, DecathlonState, Task<Response>> handle)
    {
        var fault = state.Faults.TakeFault(operation);
        if (fault is { TakesEffect: false })
        {
            return DecathlonGate.CreateFailure(fault);
        }

        try
        {
            var response = await handle(http, state);
            if (fault is null)
            {
                return response;
            }

            return DecathlonGate.CreateFailure(fault);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return DecathlonJson.ErrorResponse(exception.StatusCode, "The request is too large");
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return DecathlonJson.ErrorResponse(StatusCodes.Status400BadRequest, "The body cannot be read");
        }
    }
}
