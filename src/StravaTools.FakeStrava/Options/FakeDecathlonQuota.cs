namespace StravaTools.FakeStrava.Options;

/// <summary>The quota of the application, and its usage.</summary>
/// <param name="RequestsPerMinute">The limit per minute.</param>
/// <param name="RequestsPerDay">The limit per day.</param>
/// <param name="ThisMinute">The requests in this minute.</param>
/// <param name="Today">The requests today.</param>
internal sealed record FakeDecathlonQuota(int RequestsPerMinute, int RequestsPerDay, int ThisMinute = 0, int Today = 0);
