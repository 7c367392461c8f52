namespace StravaTools.FakeStrava;

/// <summary>The line on standard output, with what the process that started the fake needs.</summary>
internal sealed record StartedLine(
    string Url, string AccessToken, int Pid, string DecathlonApiKey, string DecathlonAccessToken, string? HttpsUrl);
