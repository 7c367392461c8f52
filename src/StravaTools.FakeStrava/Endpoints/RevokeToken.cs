using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// POST /oauth/revoke: Basic authentication of the application, form parameter token; 200 without a body, also for an unknown token.
/// </summary>
internal static class RevokeToken
{
    public static Response Handle(HttpRequest request, RequestParameters parameters, World world)
    {
        var (id, secret) = BasicCredentials.Read(request);
        var application = world.Options.FindApplication(id ?? parameters["client_id"]);
        if (application is null || (secret ?? parameters["client_secret"]) != application.ClientSecret)
        {
            var error = new FaultError("Application", "client_id", "invalid");
            return Response.FromFault(StatusCodes.Status401Unauthorized, "Authorization Error", error);
        }

        if (parameters["token"] is { } token)
        {
            world.RevokeAccess(token);
        }

        return Response.WithoutBody(StatusCodes.Status200OK);
    }
}
