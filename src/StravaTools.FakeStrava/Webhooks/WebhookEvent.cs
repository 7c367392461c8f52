using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace StravaTools.FakeStrava.Webhooks;

/// <summary>An event as Strava sends it to the callback of a subscription.</summary>
public sealed record WebhookEvent
{
    /// <summary>activity or athlete.</summary>
    [JsonPropertyName("object_type")]
    public required string ObjectType { get; init; }

    /// <summary>The ID of the activity or the athlete.</summary>
    [JsonPropertyName("object_id")]
    public long ObjectId { get; init; }

    /// <summary>create, update, or delete.</summary>
    [JsonPropertyName("aspect_type")]
    public required string AspectType { get; init; }

    /// <summary>
    /// What changed, as text: <c>title</c>, <c>type</c>, and <c>private</c> of an activity, or <c>authorized</c> of an athlete.
    /// </summary>
    [JsonPropertyName("updates")]
    public ImmutableSortedDictionary<string, string> Updates { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The ID of the athlete.</summary>
    [JsonPropertyName("owner_id")]
    public long OwnerId { get; init; }

    /// <summary>The subscription; set when it is sent.</summary>
    [JsonPropertyName("subscription_id")]
    public long SubscriptionId { get; init; }

    /// <summary>Seconds since 1970, by the fake's clock; set when it is sent.</summary>
    [JsonPropertyName("event_time")]
    public long EventTime { get; init; }
}
