namespace StravaTools.Http.Transport;

/// <summary>
/// A client that waits, when it is disposed, for work that must not be interrupted: a server accepts a refresh token only once, so its
/// replacement must arrive and be stored. The wait is bounded.
/// </summary>
internal sealed class ApiHttpClient(HttpMessageHandler handler) : HttpClient(handler)
{
    private readonly Lock _lock = new();
    private readonly List<Task> _pending = [];

    /// <summary>Starts work that <see cref="Dispose(bool)"/> waits for.</summary>
    public async Task<T> RunToEndAsync<T>(Func<Task<T>> work)
    {
        var task = work();
        lock (_lock)
        {
            _pending.RemoveAll(pending => pending.IsCompleted);
            _pending.Add(task);
        }

        return await task;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            WaitForPending();
        }

        base.Dispose(disposing);
    }

    private void WaitForPending()
    {
        Task[] pending;
        lock (_lock)
        {
            pending = [.. _pending];
        }

        // Not WaitAll: a failure belongs to the caller of the work. Each request ends within its timeout; the rest writes a file.
        Task.WaitAny([Task.WhenAll(pending)], ApiHttp.DefaultTimeout);
    }
}
