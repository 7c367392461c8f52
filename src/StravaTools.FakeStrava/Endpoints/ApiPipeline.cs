using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.RateLimits;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>The checks of every API request, in this order: token, rate limits, permission, parameters.</summary>
internal sealed class ApiPipeline(World world)
{
    private FakeProfile Profile => world.Options.Profile;

    public async Task RunAsync(HttpContext http, Permission permission, Func<ApiRequest, Response> handle)
    {
        var entry = JournalEntry.FindEntry(http);
        RequestParameters? parameters = null;
        Response? error = null;
        var grant = FindGrant(http, null);
        // A body can be large, so it is read only if the token in the header is valid, or if it can contain the token.
        if (grant is not null || !AccessTokenReader.HasTokenHeader(http.Request))
        {
            (parameters, error) = await RequestParameters.ReadOrRejectAsync(http.Request);
            grant ??= FindGrant(http, parameters);
        }

        if (grant is null)
        {
            WriteUncountedUsage(http);
            await Unauthorized().WriteAsync(http);
            return;
        }

        if (entry is not null)
        {
            (entry.AthleteId, entry.ClientId) = (grant.Athlete.Id, grant.Application.ClientId);
        }

        if (grant.Application.IsInactive)
        {
            await Inactive().WriteAsync(http);
            return;
        }

        // New activities and uploads are not reads, and nothing else is posted (field-notes.md, 3.4).
        var isRead = !HttpMethods.IsPost(http.Request.Method);
        var usage = world.RateLimiter.CountRequest(grant.Application.ClientId, isRead);
        var response = Refuse(grant, permission, usage, isRead) ?? error ?? handle(new ApiRequest(http, world, grant, parameters!));
        var isUncounted = response.Status is StatusCodes.Status401Unauthorized or StatusCodes.Status404NotFound;
        if (Profile == FakeProfile.Documented || !isUncounted)
        {
            // A deauthorization does not count as a read, but reports the usage of reads (recorded 2025-10-18).
            var showsReads = isRead || OperationName.FindOperation(http)?.Name == "deauthorize";
            RateHeaders.WriteHeaders(http.Response.Headers, Profile, world.RateLimiter.Limits, usage, showsReads);
        }

        await response.WriteAsync(http);
    }

    public async Task RejectUnknownRouteAsync(HttpContext http)
    {
        WriteUncountedUsage(http);
        await JournalRecorder.ReadBeginningAsync(http);
        FakeHint.AddHint(http, $"The fake server does not support {http.Request.Method} {http.Request.Path.ToUriComponent()}.");
        var response = world.IsDocumented ? Response.ResourceNotFound() : Response.NoRoute();
        await response.WriteAsync(http);
    }

    private Grant? FindGrant(HttpContext http, RequestParameters? parameters)
    {
        if (world.Options.ApiAtRoot)
        {
            parameters = null;
        }

        return world.Tokens.FindGrant(AccessTokenReader.ReadToken(http.Request, parameters));
    }

    /// <summary>
    /// The response to applications whose owner has no subscription (seen since 1 Jul 2026). It still receives tokens.
    /// </summary>
    private static Response Inactive() => Response.FromFault(
        StatusCodes.Status403Forbidden, "Forbidden", new FaultError("Application", "Status", "Inactive"));

    /// <summary>The response to an unknown token.</summary>
    public static Response Unauthorized() => Response.FromFault(
        StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Athlete", "access_token", "invalid"));

    /// <summary>The response to a request beyond the rate limits or the permission of its token; null if the request can proceed.</summary>
    private Response? Refuse(Grant grant, Permission permission, RateUsage usage, bool isRead)
    {
        if (world.RateLimiter.IsBeyond(usage, isRead))
        {
            var status = Profile == FakeProfile.Documented ? StatusCodes.Status403Forbidden : StatusCodes.Status429TooManyRequests;
            return Response.FromFault(status, "Rate Limit Exceeded", new FaultError("Application", "rate limit", "exceeded"));
        }

        if (grant.Scopes.FindMissingField(permission, Profile) is { } field)
        {
            var error = new FaultError("AccessToken", field, "missing");
            return Response.FromFault(StatusCodes.Status401Unauthorized, "Authorization Error", error);
        }

        return null;
    }

    /// <summary>
    /// "Returned with every API request" (strava-v3-api.md): also with a request without a valid token, which no application is charged
    /// for.
    /// </summary>
    private void WriteUncountedUsage(HttpContext http)
    {
        if (Profile == FakeProfile.Documented)
        {
            var usage = world.RateLimiter.PeekUsage(world.Options.Applications[0].ClientId);
            RateHeaders.WriteHeaders(http.Response.Headers, Profile, world.RateLimiter.Limits, usage, isRead: true);
        }
    }
}
