using System.Net;

namespace StravaTools.Http.Transport;

/// <summary>
/// The body of a request, which notes when it is sent. Every request that changes something has one, if only an empty one: .NET repeats a
/// request without a body automatically when a pooled connection ends, although the server may have processed it.
/// </summary>
internal sealed class WatchedContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action _progress;

    public WatchedContent(HttpContent inner, Action progress)
    {
        (_inner, _progress) = (inner, progress);
        foreach (var (name, values) in inner.Headers.NonValidated)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    /// <summary>False if the server cannot have received the complete request.</summary>
    public bool HasStarted { get; private set; }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasStarted = true;
        await using var watched = new WatchedStream(stream, _progress);
        await _inner.CopyToAsync(watched, context, cancellationToken);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? -1;
        return length >= 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
