namespace StravaTools.PowerShell.Work;

/// <summary>
/// The fakes that replace Strava through environment variables, newest last, with the previous values of the variables.
/// </summary>
internal sealed class DefaultServers(Func<string, string?> get, Action<string, string?> set)
{
    private readonly List<Entry> _entries = [];

    /// <param name="key">The key of the fake.</param>
    /// <param name="values">The new values of the variables.</param>
    public void PushServer(int key, IReadOnlyDictionary<string, string?> values)
    {
        _entries.Add(new Entry(key, values, values.Keys.ToDictionary(name => name, get, StringComparer.Ordinal)));
        ApplyToEnvironment(values);
    }

    /// <summary>Restores the previous values, unless the variables were changed in the meantime.</summary>
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
            // A newer fake is active. It must not restore one that has stopped.
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
