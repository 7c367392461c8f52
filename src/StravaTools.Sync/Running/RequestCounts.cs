using StravaTools.Sync.Core;

namespace StravaTools.Sync.Running;

/// <summary>Counts the requests of a run.</summary>
internal sealed class RequestCounts
{
    private int _uploads;
    private int _lists;
    private int _polls;
    private int _photos;
    private int _refused;

    public int Uploads => _uploads;

    public int Lists => _lists;

    public int Polls => _polls;

    /// <summary>Pictures. They do not count against the limits.</summary>
    public int Photos => _photos;

    public int Total => _uploads + _lists + _polls + _photos;

    public int Refused => _refused;

    public void CountRequest(SyncRequest request)
    {
        switch (request)
        {
            case SyncRequest.Post:
                Interlocked.Increment(ref _uploads);
                break;
            case SyncRequest.ListPage:
                Interlocked.Increment(ref _lists);
                break;
            case SyncRequest.PutPhoto:
                Interlocked.Increment(ref _photos);
                break;
            default:
                Interlocked.Increment(ref _polls);
                break;
        }
    }

    /// <summary>Counts a request that belongs to no file.</summary>
    public void CountOther() => Interlocked.Increment(ref _polls);

    public void CountRefused() => Interlocked.Increment(ref _refused);
}
