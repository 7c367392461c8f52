using System.Globalization;
using Microsoft.Build.Framework;
using StravaTools.Client.Photos;
using StravaTools.Client.Testing;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Secrets that tasks of one build pass to each other in memory, such as tokens and the addresses for photos. MSBuild logs properties and
/// items.
/// </summary>
internal static class BuildObjects
{
    private const string DefaultServer = "StravaTools.FakeStrava.Default";

    public static void RememberPhotos(this IBuildEngine engine, long? activityId, IReadOnlyList<PhotoMetadata>? photos)
    {
        if (activityId is { } id && photos is { Count: > 0 })
        {
            Register(engine, PhotoKey(id), photos, allowEarlyCollection: false);
        }
    }

    public static IReadOnlyList<PhotoMetadata> PhotosOf(this IBuildEngine engine, long activityId) =>
        GetRegistered<IReadOnlyList<PhotoMetadata>>(engine, PhotoKey(activityId)) ?? [];

    /// <summary>Registers a fake. MSBuild disposes it when the build ends, so no fake outlives its build.</summary>
    public static void RememberFake(this IBuildEngine engine, FakeStravaProcess fake, bool asDefault)
    {
        Register(engine, FakeKey(fake.ProcessId), fake, allowEarlyCollection: false);
        if (asDefault)
        {
            var server = new FakeServer(fake.Url, fake.AccessToken, fake.DecathlonApiKey, fake.DecathlonAccessToken);
            Register(engine, DefaultServer, server, allowEarlyCollection: false);
        }
    }

    public static FakeServer? DefaultFake(this IBuildEngine engine) => GetRegistered<FakeServer>(engine, DefaultServer);

    public static FakeStravaProcess? ForgetFake(this IBuildEngine engine, int processId)
    {
        var fake = Forget<FakeStravaProcess>(engine, FakeKey(processId));
        if (fake is not null && engine.DefaultFake()?.Url == fake.Url)
        {
            Forget<FakeServer>(engine, DefaultServer);
        }

        return fake;
    }

    private static string PhotoKey(long activityId) => string.Create(CultureInfo.InvariantCulture, $"StravaTools.Photo.{activityId}");

    private static string FakeKey(int processId) => string.Create(CultureInfo.InvariantCulture, $"StravaTools.FakeStrava.{processId}");

    private static void Register(IBuildEngine engine, string key, object value, bool allowEarlyCollection)
    {
        Forget<object>(engine, key);
        ((IBuildEngine4)engine).RegisterTaskObject(key, value, RegisteredTaskObjectLifetime.Build, allowEarlyCollection);
    }

    private static T? GetRegistered<T>(IBuildEngine engine, string key) where T : class =>
        ((IBuildEngine4)engine).GetRegisteredTaskObject(key, RegisteredTaskObjectLifetime.Build) as T;

    private static T? Forget<T>(IBuildEngine engine, string key) where T : class =>
        ((IBuildEngine4)engine).UnregisterTaskObject(key, RegisteredTaskObjectLifetime.Build) as T;
}
