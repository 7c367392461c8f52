namespace StravaTools.FakeStrava.Admin;

/// <summary>A limit, the requests in its window, and the end of the window.</summary>
internal sealed record WindowJson(int? Limit = null, int? Usage = null, DateTimeOffset? ResetsAt = null);
