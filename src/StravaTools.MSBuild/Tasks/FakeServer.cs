
namespace StravaTools.MSBuild.Tasks;

/// <summary>The fake that tasks talk to where nothing else is said.</summary>
internal sealed record FakeServer(Uri Url, string AccessToken, string DecathlonApiKey, string DecathlonAccessToken);
