namespace StravaTools.FakeStrava.State;

/// <summary>Named copies of the data. They share what did not change, so a copy is small.</summary>
internal sealed class SnapshotStore(World world)
{
    /// <summary>The oldest snapshot is removed when there are more.</summary>
    public const int Capacity = 100;

    private readonly Lock _lock = new();
    private readonly List<WorldSnapshot> _snapshots = [];

    public IReadOnlyList<WorldSnapshot> Snapshots()
    {
        lock (_lock)
        {
            return [.. _snapshots];
        }
    }

    /// <summary>Saves the data. A snapshot of the same name is replaced.</summary>
    public WorldSnapshot SaveSnapshot(string name)
    {
        var snapshot = new WorldSnapshot(name, world.Now, world.Capture(), world.Processing, world.RateLimiter.Limits);
        lock (_lock)
        {
            _snapshots.RemoveAll(other => other.Name == name);
            _snapshots.Add(snapshot);
            if (_snapshots.Count > Capacity)
            {
                _snapshots.RemoveAt(0);
            }
        }

        return snapshot;
    }

    /// <summary>Null if there is no snapshot of this name.</summary>
    public WorldSnapshot? FindSnapshot(string name) => Snapshots().FirstOrDefault(snapshot => snapshot.Name == name);

    /// <summary>False if there is no snapshot of this name.</summary>
    public bool RestoreSnapshot(string name)
    {
        if (FindSnapshot(name) is not { } snapshot)
        {
            return false;
        }

        (world.Processing, world.RateLimiter.Limits) = (snapshot.Processing, snapshot.Limits);
        world.Restore(snapshot.Data);
        return true;
    }

    /// <summary>Removes a snapshot, or all. Returns the number of removed snapshots.</summary>
    public int RemoveSnapshots(string? name)
    {
        lock (_lock)
        {
            return _snapshots.RemoveAll(snapshot => name is null || snapshot.Name == name);
        }
    }
}
