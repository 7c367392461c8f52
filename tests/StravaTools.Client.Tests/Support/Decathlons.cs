using StravaTools.Decathlon;
using StravaTools.FakeStrava;
using StravaTools.Http.Authorization;
using StravaTools.Http.Pictures;
using StravaTools.Http.Transport;

namespace StravaTools.Client.Tests.Support;

/// <summary>Clients of Decathlon, and pictures for them.</summary>
internal static class Decathlons
{
    public const string ActivityId = "eu2a8ff4b670340f5144";
    public const string ApiKey = "fake-s3cret-k3y";

    public static readonly DecathlonFile Photo = DecathlonFiles.FromPicture(new Picture("finish.jpg", TestPictures.Jpeg()));

    public static DecathlonClient For(FakeStravaServer fake, IAccessTokenSource? tokens = null,
        Action<CompletedRequest>? completed = null) => new(
        ApiHttp.CreateClient(),
        tokens ?? new StaticAccessToken(fake.Decathlon.AccessToken),
        new DecathlonClientOptions { BaseUri = fake.BaseUri, ApiKey = fake.Decathlon.ApiKey, RequestCompleted = completed });

    public static DecathlonClient For(ScriptedServer server, Action<CompletedRequest>? completed = null) =>
        At(server.Uri, completed: completed);

    public static DecathlonClient At(Uri server, string? apiKey = ApiKey, Action<CompletedRequest>? completed = null,
        TimeProvider? clock = null) => new(
        ApiHttp.CreateClient(),
        new StaticAccessToken(Clients.Token),
        new DecathlonClientOptions
        {
            BaseUri = server,
            ApiKey = apiKey,
            RequestCompleted = completed,
            TimeProvider = clock
            ?? TimeProvider.System
        });
}

/// <summary>A folder that is deleted after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"stravatools-{Guid.NewGuid():N}");

    public string Add(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path);
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
