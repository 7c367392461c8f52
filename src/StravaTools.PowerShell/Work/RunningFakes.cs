using StravaTools.Client;
using StravaTools.Client.Testing;
using StravaTools.Decathlon;

namespace StravaTools.PowerShell.Work;

/// <summary>The fakes that this process has started. It is static because environment variables belong to the process, too.</summary>
internal static class RunningFakes
{
    private static readonly Lock Lock = new();
    private static readonly OrderedDictionary<int, (FakeStravaProcess Process, Guid Session)> Fakes = [];
    private static readonly Dictionary<int, DirectoryInfo> Folders = [];
    private static readonly DefaultServers Defaults = new(Environment.GetEnvironmentVariable, Environment.SetEnvironmentVariable);

    public static FakeStrava Register(FakeStravaProcess process, Guid session, bool useAsDefault)
    {
        lock (Lock)
        {
            Fakes.Add(process.ProcessId, (process, session));
            if (useAsDefault)
            {
                Defaults.PushServer(process.ProcessId, new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    [StravaConnection.DefaultAccessTokenVariable] = process.AccessToken,
                    [StravaConnection.BaseUriVariable] = process.Url.ToString(),
                    [DecathlonConnection.DefaultApiKeyVariable] = process.DecathlonApiKey,
                    [DecathlonConnection.DefaultAccessTokenVariable] = process.DecathlonAccessToken,
                    [DecathlonConnection.BaseUriVariable] = process.Url.ToString(),
                });
            }
        }

        return new FakeStrava(process);
    }

    /// <summary>Deletes a folder when a fake stops.</summary>
    public static void DeleteAfterStop(int processId, DirectoryInfo folder)
    {
        lock (Lock)
        {
            Folders[processId] = folder;
        }
    }

    public static IReadOnlyList<FakeStrava> All
    {
        get
        {
            lock (Lock)
            {
                return [.. Fakes.Values.Select(fake => new FakeStrava(fake.Process))];
            }
        }
    }

    /// <summary>The fake that a session (runspace) has started last; null without one.</summary>
    public static FakeStrava? FindLast(Guid session)
    {
        lock (Lock)
        {
            if (Fakes.Values.LastOrDefault(fake => fake.Session == session).Process is { } process)
            {
                return new FakeStrava(process);
            }

            return null;
        }
    }

    /// <returns>False if it was stopped before, or was not started by this process.</returns>
    public static bool StopFake(int processId)
    {
        FakeStravaProcess process;
        DirectoryInfo? folder;
        lock (Lock)
        {
            if (!Fakes.Remove(processId, out var fake))
            {
                return false;
            }

            Defaults.Remove(processId);
            process = fake.Process;
            Folders.Remove(processId, out folder);
        }

        process.Dispose();
        DeleteFolder(folder);
        return true;
    }

    /// <summary>Stops the fakes that one session (runspace) has started.</summary>
    public static void StopAll(Guid session)
    {
        List<int> ids;
        lock (Lock)
        {
            ids = [.. Fakes.Where(fake => fake.Value.Session == session).Select(fake => fake.Key)];
        }

        ids.ForEach(id => StopFake(id));
    }

    private static void DeleteFolder(DirectoryInfo? folder)
    {
        try
        {
            folder?.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A program still uses a file. The system deletes temporary files later.
        }
    }
}
