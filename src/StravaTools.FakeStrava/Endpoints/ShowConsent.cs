using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Pages;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>GET /oauth/authorize: the consent page; or a redirect at once, if the athlete allowed as much before.</summary>
internal static class ShowConsent
{
    public static Response Handle(RequestParameters parameters, World world)
    {
        if (ConsentRequests.ReadRequest(parameters, world, out var request) is { } error)
        {
            return error;
        }

        // "approval_prompt=auto" skips the page if the athlete allowed as much before.
        var granted = parameters["approval_prompt"] == "auto" ? world.Tokens.FindGrant(request!.Application, request.Athlete) : null;
        if (granted?.Scopes.Covers(request!.Scopes) == true)
        {
            return ConsentRequests.GrantAccess(request!, request!.Scopes, world);
        }

        return Response.FromHtml(StatusCodes.Status200OK, ConsentPage.Render(request!));
    }
}
