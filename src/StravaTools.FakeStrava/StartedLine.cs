
namespace StravaTools.FakeStrava;

/// <summary>The one line on standard output: all that whoever started the fake needs.</summary>
internal sealed record StartedLine(string Url, string AccessToken, int Pid, string DecathlonApiKey, string DecathlonAccessToken);
