using StravaTools.Sync.Core;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>The weather of a virtual year: each run is calm, flaky, without a network, or without a request left.</summary>
internal sealed class YearFaults(Random random)
{
    private const double FaultRate = 0.15;

    private static readonly VirtualFault[] Faults =
    [
        new(RequestFailure.Lost, HasEffect: true), new(RequestFailure.Lost, HasEffect: false),
        new(RequestFailure.NotSent, HasEffect: false),
        new(RequestFailure.Limited, HasEffect: false), new(RequestFailure.LoginNeeded, HasEffect: false),
    ];

    private double _rate;
    private bool _isOffline;

    /// <summary>False at the end of the year: from then on, nothing fails.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>True if another program used up the limits of the current quarter of an hour.</summary>
    public bool IsUsedUp { get; private set; }

    /// <summary>The step at which the run crashes; 0 if it does not.</summary>
    public int CrashStep { get; private set; }

    /// <summary>The step at which the run is asked to stop; 0 if it is not.</summary>
    public int StopStep { get; private set; }

    /// <summary>Decides what happens in the next run.</summary>
    public void BeginRun()
    {
        _rate = IsOn && Happens(0.3) ? FaultRate : 0;
        _isOffline = IsOn && Happens(0.08);
        IsUsedUp = IsOn && Happens(0.08);
        CrashStep = IsOn && Happens(0.25) ? random.Next(1, 60) : 0;
        StopStep = IsOn && Happens(0.05) ? random.Next(1, 40) : 0;
    }

    /// <summary>True with a probability.</summary>
    public bool Happens(double probability) => random.NextDouble() < probability;

    /// <summary>The fault of the next request; null for none.</summary>
    public VirtualFault? NextFault()
    {
        if (_isOffline)
        {
            return new VirtualFault(RequestFailure.NotSent, HasEffect: false);
        }

        return Happens(_rate) ? Faults[random.Next(Faults.Length)] : null;
    }
}
