using StravaTools.Sync.Model;

namespace StravaTools.Sync.Core;

/// <summary>Moves or deletes files, after the disk has the fact that Strava has their activities.</summary>
internal sealed class Disposing(RunContext run) : IRequestOwner
{
    private readonly HashSet<ContentKey> _handled = [];
    private readonly List<ContentKey> _wanted = [];

    /// <summary>True if no file waits.</summary>
    public bool IsIdle => _wanted.Count == 0;

    /// <summary>Adds a file that is settled or will be.</summary>
    public void WantFile(ContentKey key)
    {
        if (run.Rules.OnSettled != FileDisposal.Keep && _handled.Add(key))
        {
            _wanted.Add(key);
        }
    }

    public void SendDue(Photos photos)
    {
        foreach (var key in _wanted.Where(key => IsReady(key, photos)).ToList())
        {
            _wanted.Remove(key);
            var ticket = run.OpenTicket(this, new SyncRequest.Post(key, run.FileOf(key)!.Path));
            run.AddEffect(new SyncEffect.Store(ticket.Id, [], IsDurable: true));
        }
    }

    /// <summary>Drops the files that this run will not settle.</summary>
    public void GiveUp() => _wanted.Clear();

    public void Permit(Ticket ticket)
    {
    }

    public void Postpone(Ticket ticket)
    {
    }

    public void Continue(Ticket ticket)
    {
        var (key, path) = (SyncRequest.Post)ticket.Request;
        run.AddEffect(new SyncEffect.Dispose(ticket.Id, key, path));
    }

    public void Complete(Ticket ticket, SyncAnswer answer)
    {
    }

    /// <summary>Notes the result.</summary>
    public void Complete(Ticket ticket, string? newPath, string? problem)
    {
        var (key, path) = (SyncRequest.Post)ticket.Request;
        if (problem is null)
        {
            run.Append(new SyncFact(SyncFactKind.Moved, key) { Path = newPath, By = "disposal" });
            return;
        }

        var item = run.ItemOf(key);
        run.AddEffect(new SyncEffect.Report(new FileReport(path, item.State, item, "FileNotDisposed", problem, IsNew: true)));
    }

    private bool IsReady(ContentKey key, Photos photos) => run.ItemOf(key).State.IsOnStrava() && !photos.IsWaiting(key);
}
