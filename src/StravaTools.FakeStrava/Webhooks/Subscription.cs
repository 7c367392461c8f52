namespace StravaTools.FakeStrava.Webhooks;

/// <summary>Where the events of an application go.</summary>
internal sealed record Subscription(long Id, int ApplicationId, Uri CallbackUrl, DateTimeOffset CreatedAt);
