namespace StravaTools.FakeStrava.Webhooks;

/// <summary>One request of a delivery.</summary>
/// <param name="Status">The status of the response; null without a response.</param>
/// <param name="Ms">Milliseconds until the response or the failure.</param>
/// <param name="Error">Why there was no response; null with one.</param>
public sealed record WebhookAttempt(int? Status, double Ms, string? Error = null);
