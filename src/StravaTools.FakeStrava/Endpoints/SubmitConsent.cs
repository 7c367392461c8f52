using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>POST /oauth/authorize: what the athlete chose on the consent page.</summary>
internal static class SubmitConsent
{
    public static Response Handle(RequestParameters parameters, World world)
    {
        if (ConsentRequests.ReadRequest(parameters, world, out var request) is { } error)
        {
            return error;
        }

        if (parameters["decision"] != "allow")
        {
            return ConsentRequests.Redirect(request!, "error=access_denied");
        }

        return ConsentRequests.GrantAccess(request!, ReadChosenScopes(parameters, request!.Scopes), world);
    }

    /// <summary>Browsers do not send a cleared box. A form without boxes, as scripts post it, allows everything.</summary>
    private static Scopes ReadChosenScopes(RequestParameters parameters, Scopes requested)
    {
        if (!parameters.Contains("has_boxes"))
        {
            return requested;
        }

        return Scopes.FromText(string.Join(',', requested.Names.Where(name => parameters.Contains($"allow_{name}"))));
    }
}
