namespace StravaTools.PowerShell.Work;

/// <summary>
/// The fakes that stand in for Strava by environment variables, the newest last, with what the variables held before each.
/// </summary>
internal sealed class DefaultServers(Func<string, string?> get, Action<string, string?> set)
{
    private readonly List<Entry> _entries = [];

    /// <param name="key">Whose it is.</param>
    /// <param name="values">What to set the variables to.</param>
    public void PushServer(int key, IReadOnlyDictionary<string, string?> values)
    {
        _entries.Add(new Entry(key, values, values.Keys.ToDictionary(name => name, get, StringComparer.Ordinal)));
        ApplyToEnvironment(values);
    }

    /// <summary>Brings back what was there before, unless somebody has set something else since.</summary>
    public void Remove(int key)
    {
        var index = _entries.FindIndex(entry => entry.Key == key);
        if (index < 0)
        {
            return;
        }

        var entry = _entries[index];
        _entries.RemoveAt(index);
        if (index < _entries.Count)
        {
            // A later one is in charge; it must not bring back one that is gone.
            _entries[index] = _entries[index] with { Before = entry.Before };
        }
        else if (entry.Values.All(value => get(value.Key) == value.Value))
        {
            ApplyToEnvironment(entry.Before);
        }
    }

    private void ApplyToEnvironment(IReadOnlyDictionary<string, string?> values)
    {
        foreach (var (name, value) in values)
        {
            set(name, value);
        }
    }

    private sealed record Entry(int Key, IReadOnlyDictionary<string, string?> Values, IReadOnlyDictionary<string, string?> Before);
}
