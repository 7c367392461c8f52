
namespace StravaTools.MSBuild.Tasks;

/// <summary>The fake that tasks use if they have no BaseUri.</summary>
internal sealed record FakeServer(Uri Url, string AccessToken, string DecathlonApiKey, string DecathlonAccessToken);
