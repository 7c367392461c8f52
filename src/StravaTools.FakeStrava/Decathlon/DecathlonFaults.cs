using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The ordered failures that are not used up yet.</summary>
internal sealed class DecathlonFaults(IEnumerable<FakeDecathlonFault> ordered)
{
    private readonly Lock _lock = new();
    private readonly List<FakeDecathlonFault> _faults = [.. ordered];

    public void AddFault(FakeDecathlonFault fault)
    {
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    public IReadOnlyList<FakeDecathlonFault> Snapshot()
    {
        lock (_lock)
        {
            return [.. _faults];
        }
    }

    /// <summary>Replaces all ordered failures.</summary>
    public void ResetFaults(IEnumerable<FakeDecathlonFault> faults)
    {
        lock (_lock)
        {
            _faults.Clear();
            _faults.AddRange(faults);
        }
    }

    /// <summary>The next failure for an operation, which counts as used; null if none is ordered.</summary>
    public FakeDecathlonFault? TakeFault(FakeDecathlonOperation operation)
    {
        lock (_lock)
        {
            var index = _faults.FindIndex(fault => fault.Operation == operation);
            if (index < 0)
            {
                return null;
            }

            var fault = _faults[index];
            if (fault.Times > 1)
            {
                _faults[index] = fault with { Times = fault.Times - 1 };
            }
            else
            {
                _faults.RemoveAt(index);
            }

            return fault;
        }
    }
}
