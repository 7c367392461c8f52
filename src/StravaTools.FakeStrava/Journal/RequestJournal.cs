namespace StravaTools.FakeStrava.Journal;

/// <summary>The last requests, limited in number and size, because a fake can run for days.</summary>
internal sealed class RequestJournal
{
    private const int MaxCount = 10_000;
    private const long MaxSize = 32 * 1024 * 1024;

    private readonly Lock _lock = new();
    private Queue<JournalEntry> _entries = new();
    private long _size;
    private long _lastNumber;

    /// <summary>The next number of a request; the first is 1.</summary>
    public long NextNumber() => Interlocked.Increment(ref _lastNumber);

    /// <summary>All entries, oldest first.</summary>
    public IReadOnlyList<JournalEntry> Snapshot()
    {
        lock (_lock)
        {
            return [.. _entries];
        }
    }

    public void AddEntry(JournalEntry entry)
    {
        lock (_lock)
        {
            _entries.Enqueue(entry);
            _size += entry.Size;
            while (_entries.Count > MaxCount || (_size > MaxSize && _entries.Count > 1))
            {
                _size -= _entries.Dequeue().Size;
            }
        }
    }

    /// <summary>Removes the entries that match, and returns them.</summary>
    public IReadOnlyList<JournalEntry> RemoveEntries(Func<JournalEntry, bool> matches)
    {
        lock (_lock)
        {
            var entries = _entries.ToLookup(matches);
            _entries = new Queue<JournalEntry>(entries[false]);
            _size = _entries.Sum(entry => entry.Size);
            return [.. entries[true]];
        }
    }
}
