using System.Collections.Immutable;

namespace StravaTools.FakeStrava.Http;

/// <summary>The last requests, for tests. Limited, because a fake can run for days.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;
    private readonly Queue<RecordedRequest> _requests = new();

    public IReadOnlyList<RecordedRequest> Snapshot()
    {
        lock (_requests)
        {
            return [.. _requests];
        }
    }

    public void AddRequest(HttpContext http)
    {
        ImmutableArray<string> names = http.Request.QueryString.HasValue ? [.. http.Request.Query.Keys] : [];
        var request = new RecordedRequest(
            http.Request.Method, http.Request.Path.Value ?? "", names, [.. http.Request.Headers.Keys], http.Response.StatusCode);
        lock (_requests)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }
    }
}
