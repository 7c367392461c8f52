using System.Net;
using Microsoft.AspNetCore.Connections;
using StravaTools.FakeStrava.Faults;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>A listener that stops listening while its port is closed, and listens again on the same port.</summary>
internal sealed class LoopbackListener : IConnectionListener
{
    private readonly IConnectionListenerFactory _sockets;
    private readonly PortSwitch _port;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IConnectionListener _current;

    public LoopbackListener(IConnectionListener first, IConnectionListenerFactory sockets, PortSwitch port)
    {
        (_current, _sockets, _port, EndPoint) = (first, sockets, port, first.EndPoint);
        _port.Closed += StopListening;
    }

    public EndPoint EndPoint { get; }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (await _current.AcceptAsync(cancellationToken) is { } connection)
            {
                return connection;
            }

            await Task.WhenAny(_port.Opened, _stopped.Task);
            if (_stopped.Task.IsCompleted)
            {
                return null;
            }

            _current = await _sockets.BindAsync(EndPoint, cancellationToken);
        }
    }

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        _port.Closed -= StopListening;
        _stopped.TrySetResult();
        return _current.UnbindAsync(cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _stopped.TrySetResult();
        return _current.DisposeAsync();
    }

    /// <summary>Kestrel's listener for sockets closes its socket before the task is returned.</summary>
    private void StopListening(object? sender, EventArgs e) => _ = _current.UnbindAsync().AsTask();
}
