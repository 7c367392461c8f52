namespace StravaTools.FakeStrava.Options;

/// <summary>The quota of the application, and what it used of it.</summary>
/// <param name="RequestsPerMinute">Requests a minute.</param>
/// <param name="RequestsPerDay">Requests a day.</param>
/// <param name="ThisMinute">Requests in this minute.</param>
/// <param name="Today">Requests today.</param>
internal sealed record FakeDecathlonQuota(int RequestsPerMinute, int RequestsPerDay, int ThisMinute = 0, int Today = 0);
