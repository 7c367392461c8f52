using System.Runtime.InteropServices;

namespace StravaTools.PowerShell.Work;

/// <summary>
/// Ends work gracefully when the system or the user asks for it, and at once when asked again. PowerShell itself would end on SIGTERM
/// without writing anything down.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _graceful = new();
    private readonly CancellationTokenSource _immediate = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    private StopSignals()
    {
    }

    /// <summary>Canceled by the first request.</summary>
    public CancellationToken Graceful => _graceful.Token;

    /// <summary>Canceled by the second request.</summary>
    public CancellationToken Immediate => _immediate.Token;

    /// <summary>Listens to SIGTERM and SIGHUP until it is disposed.</summary>
    public static StopSignals Listen()
    {
        var signals = new StopSignals();
        signals._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, signals.Handle));
        signals._registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, signals.Handle));
        return signals;
    }

    /// <summary>Asks the work to end.</summary>
    public void Request()
    {
        if (_graceful.IsCancellationRequested)
        {
            _immediate.Cancel();
        }

        _graceful.Cancel();
    }

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        Request();
    }
}
