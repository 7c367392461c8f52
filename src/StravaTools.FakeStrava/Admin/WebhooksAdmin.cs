using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;
using StravaTools.FakeStrava.Webhooks;

namespace StravaTools.FakeStrava.Admin;

/// <summary>/__admin/strava/webhooks: subscriptions, deliveries, and events by hand.</summary>
internal static class WebhooksAdmin
{
    public static Response ListSubscriptions(WebhookHub hub) =>
        AdminJson.RespondOk(Collection.FromItems("subscriptions", hub.Subscriptions()));

    public static Response RemoveSubscription(HttpContext http, WebhookHub hub)
    {
        if (hub.RemoveSubscriptions(RouteValues.ReadId(http), null) > 0)
        {
            return AdminJson.NoContent();
        }

        return AdminJson.NotFound("The subscription");
    }

    /// <summary>The deliveries that have ended, and those in progress. With ?wait=true, all have ended.</summary>
    public static async Task<Response> ListDeliveriesAsync(HttpContext http, WebhookHub hub)
    {
        if (http.Request.Query["wait"] == "true")
        {
            await hub.WhenDeliveredAsync().WaitAsync(http.RequestAborted);
        }

        var (deliveries, page) = (hub.Deliveries(), AdminPage.FromQuery(http));
        return AdminJson.RespondOk(
            Collection.FromItems("deliveries", [.. deliveries.Skip(page.Offset).Take(page.Limit)], deliveries.Count));
    }

    public static Response RemoveDeliveries(WebhookHub hub)
    {
        hub.RemoveDeliveries();
        return AdminJson.NoContent();
    }

    /// <summary>Sends an event to all subscriptions, or with ?client_id to one, and waits for the result.</summary>
    public static async Task<Response> SendAsync(HttpContext http, World world, WebhookHub hub)
    {
        var (sent, error) = await AdminJson.ReadAsync<WebhookEvent>(http);
        if (error is not null)
        {
            return error;
        }

        var athlete = sent!.OwnerId == 0 ? world.Options.Athletes[0].Id : sent.OwnerId;
        var complete = sent with { OwnerId = athlete, ObjectId = sent.ObjectId == 0 ? athlete : sent.ObjectId };
        var client = http.Request.Query["client_id"].ToString();
        var ids = hub.PublishEvent(complete, id => client.Length == 0 || client == FormattableString.Invariant($"{id}"));
        if (ids.Count == 0)
        {
            return AdminJson.Conflict("No application has a subscription. Create one with POST /api/v3/push_subscriptions.");
        }

        return await AcceptAsync(http, hub, ids);
    }

    public static async Task<Response> RedeliverAsync(HttpContext http, WebhookHub hub)
    {
        if (RouteValues.ReadId(http) is { } id && hub.RedeliverEvent(id) is { } again)
        {
            return await AcceptAsync(http, hub, [again]);
        }

        return AdminJson.NotFound("The delivery");
    }

    private static async Task<Response> AcceptAsync(HttpContext http, WebhookHub hub, IReadOnlyList<long> ids)
    {
        await hub.WhenDeliveredAsync().WaitAsync(http.RequestAborted);
        WebhookDelivery[] deliveries = [.. hub.Deliveries().Where(delivery => ids.Contains(delivery.Id))];
        return AdminJson.Respond(StatusCodes.Status202Accepted, Collection.FromItems("deliveries", deliveries));
    }
}
