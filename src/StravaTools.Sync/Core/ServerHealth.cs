using StravaTools.Sync.Budget;

namespace StravaTools.Sync.Core;

/// <summary>When requests can be sent: used-up limits, and pauses after failures of the server.</summary>
internal sealed class ServerHealth(SyncRules rules)
{
    private int _failures;
    private int _pauses;
    private DateTimeOffset _pausedUntil;
    private DateTimeOffset _writesOpenAt;
    private DateTimeOffset _readsOpenAt;

    /// <summary>True if the server failed for so long that the run ends.</summary>
    public bool IsHopeless => _pauses >= rules.MaxPauses;

    /// <summary>The last failure, in English.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>When a request can be sent; the past for now.</summary>
    public DateTimeOffset OpensAt(RequestKind kind)
    {
        var limit = kind == RequestKind.Read ? _readsOpenAt : _writesOpenAt;
        return Later(limit, _pausedUntil);
    }

    /// <summary>Notes a success.</summary>
    public void NoteSuccess() => (_failures, _pauses) = (0, 0);

    /// <summary>Notes a failure of the server or the network. Several in a row pause the run.</summary>
    public void NoteFailure(DateTimeOffset now, string? why)
    {
        LastFailure = why;
        _failures++;
        if (_failures < rules.FailuresToPause || now < _pausedUntil)
        {
            return;
        }

        var pause = rules.FirstPause * Math.Pow(2, _pauses);
        _pausedUntil = now + (pause < rules.MaxPause ? pause : rules.MaxPause);
        _pauses++;

        // After the pause, one more failure is enough.
        _failures = rules.FailuresToPause - 1;
    }

    /// <summary>Notes until when a kind of request is not possible.</summary>
    public void CloseUntil(RequestKind kind, DateTimeOffset until)
    {
        if (kind == RequestKind.Write)
        {
            _writesOpenAt = Later(until, _writesOpenAt);
        }
        else
        {
            _readsOpenAt = Later(until, _readsOpenAt);
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
