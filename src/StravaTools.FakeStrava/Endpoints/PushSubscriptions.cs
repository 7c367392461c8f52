using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;
using StravaTools.FakeStrava.Webhooks;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// /api/v3/push_subscriptions (Strava's page on webhooks; field-notes.md, "Webhooks"): an application with its secret subscribes to the
/// events of its athletes. Callbacks are on this machine only.
/// </summary>
internal static class PushSubscriptions
{
    private const int MaxLength = 255;

    public static async Task<Response> CreateAsync(HttpContext http, RequestParameters parameters, World world, WebhookHub hub)
    {
        if (FindApplication(parameters, world) is not { } application)
        {
            return Unauthorized();
        }

        if (parameters["callback_url"] is not { Length: <= MaxLength } text || !Uri.TryCreate(text, UriKind.Absolute, out var callback))
        {
            return Refuse("callback url", "not verifiable");
        }

        if (!CallbackSender.IsAllowed(callback))
        {
            FakeHint.AddHint(http, "The fake server sends events to callbacks on this machine only.");
            return Refuse("callback url", "not verifiable");
        }

        if (await hub.VerifyAsync(callback, parameters["verify_token"] ?? "", http.RequestAborted) is { } problem)
        {
            return Refuse("callback url", problem);
        }

        if (hub.AddSubscription(application.ClientId, callback) is not { } added)
        {
            return Refuse("", "already exists");
        }

        return Response.FromJson(StatusCodes.Status201Created, Describe(added), StravaJson.Default.JsonObject);
    }

    public static Response ListSubscriptions(RequestParameters parameters, World world, WebhookHub hub)
    {
        if (FindApplication(parameters, world) is not { } application)
        {
            return Unauthorized();
        }

        var own = hub.Subscriptions().Where(subscription => subscription.ApplicationId == application.ClientId);
        return Response.Ok(new JsonArray([.. own.Select(Describe)]), StravaJson.Default.JsonArray);
    }

    public static Response RemoveSubscription(HttpRequest request, RequestParameters parameters, World world, WebhookHub hub)
    {
        if (FindApplication(parameters, world) is not { } application)
        {
            return Unauthorized();
        }

        if (RouteValues.ReadId(request.HttpContext) is { } id && hub.RemoveSubscriptions(id, application.ClientId) > 0)
        {
            return Response.WithoutBody(StatusCodes.Status204NoContent);
        }

        return Response.NotFound("PushSubscription");
    }

    private static FakeApplication? FindApplication(RequestParameters parameters, World world)
    {
        var application = world.Options.FindApplication(parameters["client_id"]);
        if (application is not null && application.ClientSecret == parameters["client_secret"])
        {
            return application;
        }

        return null;
    }

    private static JsonObject Describe(Subscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource_state"] = 2,
        ["application_id"] = subscription.ApplicationId,
        ["callback_url"] = subscription.CallbackUrl.OriginalString,
        ["created_at"] = FormatTime(subscription.CreatedAt),
        ["updated_at"] = FormatTime(subscription.CreatedAt),
    };

    private static string FormatTime(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Response Unauthorized() => Response.FromFault(
        StatusCodes.Status401Unauthorized, "Authorization Error", new FaultError("Application", "", "invalid"));

    private static Response Refuse(string field, string code) => Response.BadRequest(new FaultError("PushSubscription", field, code));
}
