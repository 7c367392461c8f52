using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Ledgers;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Ledger;

/// <summary>A ledger file that is written, crashes, and is damaged, with the facts that were written to it.</summary>
internal sealed class LedgerStory(List<SyncFact> facts) : IDisposable
{
    private readonly List<SyncFact> _written = [];
    private FailingLedgerFile _file = new(Ledgers.ToBytes([]));
    private LedgerWriter? _writer;
    private int _synced;
    private int _syncedLength = Ledgers.ToBytes([]).Length;

    private LedgerWriter Writer => _writer ??= Open();

    public void Dispose() => _file.Dispose();

    public void Play(int act, int amount)
    {
        switch (act)
        {
            case 0 or 1 or 2:
                Append(1 + (amount % 5), isDurable: false);
                break;
            case 3 or 4:
                Append(1 + (amount % 3), isDurable: true);
                break;
            case 5:
                AppendToFullDisk(amount);
                break;
            case 6:
                Crash(amount);
                break;
            case 7:
                Crash(int.MaxValue);
                break;
            default:
                Damage(amount);
                break;
        }
    }

    /// <summary>The bytes contain the synced facts, and a part of the others in their order.</summary>
    public void AssertConsistent()
    {
        var content = LedgerContent.ReadLedger("ledger", _file.ReadAll());
        var count = (int)content.Lines - 1;
        Assert.InRange(count, _synced, _written.Count);
        Ledgers.AssertSame(Ledgers.Fold(_written.Take(count)), content.State);
    }

    private void Append(int count, bool isDurable)
    {
        var next = facts.Skip(_written.Count).Take(count).ToList();
        Writer.Append(next, isDurable);
        _written.AddRange(next);
        if (isDurable)
        {
            (_synced, _syncedLength) = (_written.Count, (int)Writer.Length);
        }
    }

    private void AppendToFullDisk(int bytes)
    {
        var next = facts.Skip(_written.Count).Take(2).ToList();
        _file.Capacity = Writer.Length + (bytes % 200);
        if (next.Count == 2)
        {
            Assert.Equal(SyncErrors.LedgerNotUsable, Assert.Throws<ApiException>(() => Writer.Append(next, isDurable: true)).Error);
        }

        _file.Capacity = long.MaxValue;
        Reopen(_file.ReadAll());
    }

    /// <summary>The power fails: of what was not synced, the disk has some bytes.</summary>
    private void Crash(int bytes)
    {
        var all = _file.ReadAll();
        Reopen(all[..Math.Min(all.Length, _syncedLength + (bytes % Math.Max(1, all.Length - _syncedLength + 1)))]);
    }

    /// <summary>A byte changes: reading detects it, and salvaging returns all other facts.</summary>
    private void Damage(int position)
    {
        var bytes = _file.ReadAll();
        var header = Array.IndexOf(bytes, (byte)'\n') + 1;
        if (bytes.Length == header)
        {
            return;
        }

        var at = header + (position % (bytes.Length - header));
        bytes[at] ^= 1;
        var salvaged = LedgerContent.IntactFacts(bytes);
        Assert.InRange(salvaged.Count, _written.Count - 2, _written.Count - 1);
        try
        {
            // Without a later intact line, it looks like a crash: the lines before it remain.
            Assert.InRange((int)LedgerContent.ReadLedger("ledger", bytes).Lines - 1, 0, _written.Count - 1);
        }
        catch (ApiException e)
        {
            Assert.Equal(SyncErrors.LedgerDamaged, e.Error);
        }
    }

    private void Reopen(byte[] bytes)
    {
        var content = LedgerContent.ReadLedger("ledger", bytes);
        var count = (int)content.Lines - 1;
        Assert.InRange(count, _synced, _written.Count);
        _written.RemoveRange(count, _written.Count - count);
        _file = new FailingLedgerFile(bytes);
        _writer = null;
        _file.Truncate(content.Length);
        (_synced, _syncedLength) = (_written.Count, content.Length);
    }

    private LedgerWriter Open()
    {
        var content = LedgerContent.ReadLedger("ledger", _file.ReadAll());
        return new LedgerWriter(_file, content.Length, content.Lines);
    }
}
