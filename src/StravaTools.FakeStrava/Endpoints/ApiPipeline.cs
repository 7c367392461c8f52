using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.RateLimits;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>What every request of the API goes through: token, limits, permission.</summary>
internal sealed class ApiPipeline(World world)
{
    private readonly FakeProfile _profile = world.Options.Profile;

    public async Task RunAsync(HttpContext http, Permission permission, Func<ApiRequest, Response> handle)
    {
        var (parameters, error) = await ReadAsync(http.Request);
        var token = ApiRequest.TokenOf(http.Request, parameters);
        if (world.Tokens.FindGrant(token) is not { } grant)
        {
            await UnauthorizedAsync(http);
            return;
        }

        // New activities and uploads are not reading, and nothing else is posted (field-notes.md, 3.4).
        var isRead = !HttpMethods.IsPost(http.Request.Method);
        var usage = world.RateLimiter.CountRequest(grant.Application.ClientId, isRead);
        var answer = world.RateLimiter.IsBeyond(usage, isRead) ? Limited()
            : grant.Scopes.Missing(permission, _profile) is { } field ? Forbidden(field)
            : error ?? handle(new ApiRequest(http, world, grant, parameters!));
        if (_profile == FakeProfile.Documented || answer.Status is not (StatusCodes.Status401Unauthorized or StatusCodes.Status404NotFound))
        {
            RateHeaders.WriteHeaders(http.Response.Headers, _profile, world.RateLimiter.Limits, usage, isRead);
        }

        await answer.WriteAsync(http);
    }

    public Task NoRouteAsync(HttpContext http)
    {
        WriteUncounted(http);
        return Response.NoRoute().WriteAsync(http);
    }

    /// <summary>The parameters, or the answer to a body that is none.</summary>
    public static async Task<(RequestParameters? Parameters, Response? Error)> ReadAsync(HttpRequest request)
    {
        try
        {
            return (await RequestParameters.ReadAsync(request), null);
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (null, Response.FromFault(exception.StatusCode, "Payload Too Large"));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            return (null, Response.BadRequest(new FaultError("Request", "body", "invalid")));
        }
    }

    private Task UnauthorizedAsync(HttpContext http)
    {
        WriteUncounted(http);
        return Unauthorized().WriteAsync(http);
    }

    /// <summary>The answer to a token that stands for nobody.</summary>
    public static Response Unauthorized() => Response.FromFault(
        StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Athlete", "access_token", "invalid"));

    /// <summary>"Returned with every API request" (strava-v3-api.md): also with one of nobody's, which counts for nobody.</summary>
    private void WriteUncounted(HttpContext http)
    {
        if (_profile == FakeProfile.Documented)
        {
            var usage = world.RateLimiter.PeekUsage(world.Options.Applications[0].ClientId);
            RateHeaders.WriteHeaders(http.Response.Headers, _profile, world.RateLimiter.Limits, usage, isRead: true);
        }
    }

    private Response Limited() => Response.FromFault(
        _profile == FakeProfile.Documented ? StatusCodes.Status403Forbidden : StatusCodes.Status429TooManyRequests,
        "Rate Limit Exceeded",
        new FaultError("Application", "rate limit", "exceeded"));

    private static Response Forbidden(string field) =>
        Response.FromFault(StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("AccessToken", field, "missing"));
}
