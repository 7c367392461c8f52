namespace StravaTools.FakeStrava.Webhooks;

/// <summary>The delivery of an event to a callback.</summary>
/// <param name="Id">Counts from 1.</param>
/// <param name="CallbackUrl">The callback.</param>
/// <param name="Event">The event.</param>
/// <param name="Attempts">The requests so far: a delivery ends with a response of 200, or after three attempts.</param>
public sealed record WebhookDelivery(long Id, Uri CallbackUrl, WebhookEvent Event, IReadOnlyList<WebhookAttempt> Attempts)
{
    /// <summary>The number of attempts of an event that is not accepted (Strava's page on webhooks).</summary>
    internal const int MaxAttempts = 3;

    /// <summary>True if the callback responded with 200 in time.</summary>
    public bool Delivered => Attempts is [.., { Status: StatusCodes.Status200OK }];

    internal bool IsEnded => Delivered || Attempts.Count == MaxAttempts;
}
