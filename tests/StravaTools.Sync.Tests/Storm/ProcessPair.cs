using System.Diagnostics;

namespace StravaTools.Sync.Tests.Storm;

/// <summary>Two processes that synchronize one folder. A killed one is started again.</summary>
internal sealed class ProcessPair : IAsyncDisposable
{
    /// <summary>Of both processes: one of them waits for the other.</summary>
    private const int MaxRequests = 60;

    private const int LongestPause = 100;

    private readonly SyncStorm _storm;
    private readonly Process[] _children;

    private ProcessPair(SyncStorm storm, Process[] children) => (_storm, _children) = (storm, children);

    public static async Task<ProcessPair> StartAsync(SyncStorm storm) =>
        new(storm, [await storm.StartChildAsync(), await storm.StartChildAsync()]);

    /// <summary>Kills one of the two at random, several times.</summary>
    public async Task KillAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            var index = _storm.Random.Next(_children.Length);
            await _storm.KillAsync(_children[index], MaxRequests, LongestPause);
            _children[index] = await _storm.StartChildAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in _children)
        {
            await _storm.EndAsync(child);
        }
    }
}
