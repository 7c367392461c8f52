using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// What the two endpoints of the consent page share: they read the request of an application, and grant it access. Who is logged in is the
/// first athlete, unless the parameter athlete_id (ours) names another.
/// </summary>
internal static class ConsentRequests
{
    /// <returns>The response to an invalid request; null if it is valid.</returns>
    public static Response? ReadRequest(RequestParameters parameters, World world, out ConsentRequest? request)
    {
        request = null;
        if (world.Options.FindApplication(parameters["client_id"]) is not { } application)
        {
            return Response.BadRequest(new FaultError("Application", "client_id", "invalid"));
        }

        if (!Uri.TryCreate(parameters["redirect_uri"], UriKind.Absolute, out var redirect) || !IsAllowed(redirect, application))
        {
            return Response.BadRequest(new FaultError("Application", "redirect_uri", "invalid"));
        }

        if (parameters["response_type"] is not (null or "code"))
        {
            return Response.BadRequest(new FaultError("Authorize", "response_type", "invalid"));
        }

        var defaultScope = world.IsDocumented ? "public" : "read";
        // An absent scope has a default; an empty one was refused (iamstuartwilson/strava, issue 8).
        var isEmpty = parameters.Contains("scope") && parameters["scope"] is null;
        if (isEmpty || Scopes.ParseRequest(parameters["scope"] ?? defaultScope, world.Options.Profile) is not { } scopes)
        {
            return Response.BadRequest(new FaultError("Authorize", "scope", "invalid"));
        }

        request = new ConsentRequest(application, FindAthlete(parameters, world.Options), scopes, redirect, parameters["state"] ?? "");
        return null;
    }

    public static Response GrantAccess(ConsentRequest request, Scopes scopes, World world)
    {
        var code = world.Tokens.AddCode(request.Application, request.Athlete, scopes);
        return Redirect(request, $"code={code}&scope={string.Join(',', scopes.Names)}");
    }

    public static Response Redirect(ConsentRequest request, string result) =>
        Response.WithoutBody(StatusCodes.Status302Found) with { Location = request.RedirectWith(result) };

    private static FakeAthlete FindAthlete(RequestParameters parameters, FakeStravaOptions options) =>
        options.Athletes.FirstOrDefault(athlete => FormattableString.Invariant($"{athlete.Id}") == parameters["athlete_id"])
        ?? options.Athletes[0];

    private static bool IsAllowed(Uri redirect, FakeApplication application) =>
        IsWebAddress(redirect) && IsAllowedHost(redirect, application);

    /// <summary>A browser would run javascript://localhost/ as a script. Apps have schemes of their own.</summary>
    private static bool IsWebAddress(Uri redirect) => redirect.Scheme == Uri.UriSchemeHttp || redirect.Scheme == Uri.UriSchemeHttps;

    private static bool IsAllowedHost(Uri redirect, FakeApplication application) =>
        redirect.Host is "localhost" or "127.0.0.1" || redirect.Host == application.CallbackDomain
        || redirect.Host.EndsWith($".{application.CallbackDomain}", StringComparison.OrdinalIgnoreCase);
}
