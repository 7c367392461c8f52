using System.Buffers;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// Adds facts to the end of a ledger. After an error, nothing more is written: what the disk has is read again by the next run.
/// </summary>
internal sealed class LedgerWriter(ILedgerFile file, long length, long lines) : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private long _length = length;
    private long _lines = lines;
    private bool _hasFailed;

    /// <summary>The length of the ledger in bytes.</summary>
    public long Length => _length;

    /// <summary>The number of lines.</summary>
    public long Lines => _lines;

    /// <summary>Adds facts.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="isDurable">Whether they and all facts before them must be on the disk when this returns.</param>
    /// <exception cref="ApiException">
    /// <see cref="SyncErrors.LedgerNotUsable"/> or <see cref="SyncErrors.LedgerReplaced"/>: the facts are not in the ledger.
    /// </exception>
    public void Append(IReadOnlyList<SyncFact> facts, bool isDurable)
    {
        ThrowIfFailed();
        try
        {
            WriteFacts(facts);
            if (isDurable)
            {
                file.SyncToDisk();
                ThrowIfReplaced();
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _hasFailed = true;
            CutOff();
            throw new ApiException(SyncErrors.LedgerNotUsable, e, file.Path, e.Message);
        }
    }

    public void Dispose() => file.Dispose();

    private void WriteFacts(IReadOnlyList<SyncFact> facts)
    {
        if (facts.Count == 0)
        {
            return;
        }

        _buffer.ResetWrittenCount();
        var number = _lines;
        foreach (var fact in facts)
        {
            LedgerLine.WriteFact(_buffer, fact, number++);
        }

        file.WriteAt(_buffer.WrittenSpan, _length);
        (_length, _lines) = (_length + _buffer.WrittenCount, number);
    }

    /// <summary>Removes a line of which only a part was written. If that fails, too, the next run removes it.</summary>
    private void CutOff()
    {
        try
        {
            file.Truncate(_length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Reading stops before a line that was cut off.
        }
    }

    private void ThrowIfReplaced()
    {
        if (file.Length != _length)
        {
            _hasFailed = true;
            throw new ApiException(SyncErrors.LedgerReplaced, file.Path);
        }
    }

    private void ThrowIfFailed()
    {
        if (_hasFailed)
        {
            throw new ApiException(SyncErrors.LedgerNotUsable, file.Path, "an earlier write failed.");
        }
    }
}
