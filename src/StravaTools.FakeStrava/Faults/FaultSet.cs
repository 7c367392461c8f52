using System.Text.RegularExpressions;
using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Faults;

/// <summary>The ordered failures. A failure that is used up is removed.</summary>
internal sealed class FaultSet(int seed, PortSwitch port)
{
    private readonly Lock _lock = new();
    private readonly List<OrderedFault> _faults = [];
    private long _lastId;
    private FakeFault? _refusal;

    /// <summary>True while connections are refused.</summary>
    public bool IsRefusing => port.IsClosed;

    /// <summary>The names of the endpoints, which a fault can have as its operation.</summary>
    public IEnumerable<string> EndpointNames { get; set; } = [];

    /// <summary>What is wrong with the operation of a fault, such as a typing error; null if it exists.</summary>
    public string? FindOperationProblem(FakeFault fault)
    {
        if (fault.Operation is not { } name || fault.IsOfConnections || EndpointNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var names = EndpointNames.Append(FakeFault.ConnectOperation).Order(StringComparer.Ordinal);
        return $"There is no operation \"{name}\". Use one of these: {string.Join(", ", names)}.";
    }

    /// <exception cref="ArgumentException">The fault has invalid values.</exception>
    public FakeFault AddFault(FakeFault fault)
    {
        if ((FindOperationProblem(fault) ?? fault.FindProblem()) is { } problem)
        {
            throw new ArgumentException(problem, nameof(fault));
        }

        lock (_lock)
        {
            var added = fault with { Id = ++_lastId, Fired = 0 };
            if (added.Connection == FakeConnectionFault.Refused)
            {
                port.ClosePorts(added.Delay);
                return _refusal = added;
            }

            // Each fault has its own numbers, so that other faults do not change which requests fail.
            _faults.Add(new OrderedFault(added, new Random(CombineSeed(seed, added.Id))));
            return added;
        }
    }

    public IReadOnlyList<FakeFault> Snapshot()
    {
        lock (_lock)
        {
            IEnumerable<FakeFault> faults = _faults.Select(fault => fault.Fault);
            if (_refusal is not null && port.IsClosed)
            {
                faults = faults.Append(_refusal);
            }

            return [.. faults];
        }
    }

    /// <summary>Removes a fault, or all. Returns the number of removed faults.</summary>
    public int RemoveFaults(long? id)
    {
        lock (_lock)
        {
            var removed = _faults.RemoveAll(fault => id is null || fault.Fault.Id == id);
            if (port.IsClosed && (id is null || _refusal!.Id == id))
            {
                port.OpenPorts();
                removed++;
            }

            return removed;
        }
    }

    /// <summary>True if no fault is ordered, as for most requests.</summary>
    public bool IsEmpty => _faults.Count == 0;

    /// <summary>The fault that applies to a request, which counts as used; null if the request proceeds.</summary>
    public FakeFault? TakeFault(string? operation, string method, string path) =>
        TakeFault(fault => fault.Matches(operation, method, path));

    /// <summary>The fault that applies to a new connection, which counts as used; null if the connection proceeds.</summary>
    public FakeFault? TakeConnectFault() => TakeFault(fault => fault.Fault.IsOfConnections);

    private FakeFault? TakeFault(Func<OrderedFault, bool> matches)
    {
        lock (_lock)
        {
            // All matching faults count the request; the first that applies answers it.
            FakeFault? taken = null;
            foreach (var fault in _faults.Where(matches).ToList())
            {
                if (fault.CountRequest() && taken is null)
                {
                    taken = fault.MarkFired();
                    if (taken.Fired == taken.Times)
                    {
                        _faults.Remove(fault);
                    }
                }
            }

            return taken;
        }
    }

    /// <summary>By fixed arithmetic: HashCode differs in each process, so a seed would not repeat.</summary>
    private static int CombineSeed(int seed, long id) => unchecked((seed * 397) ^ ((int)id * 7919));

    private sealed class OrderedFault(FakeFault ordered, Random random)
    {
        private readonly Regex _path = new(
            $@"\A{Regex.Escape(ordered.Path ?? "*").Replace(@"\*", ".*", StringComparison.Ordinal)}\z",
            RegexOptions.None,
            TimeSpan.FromSeconds(1));

        private int _seen;

        public FakeFault Fault { get; private set; } = ordered;

        public bool Matches(string? operation, string method, string path) =>
            (Fault.Operation is null || Fault.Operation.Equals(operation, StringComparison.OrdinalIgnoreCase))
            && (Fault.Method is null || Fault.Method.Equals(method, StringComparison.OrdinalIgnoreCase))
            && _path.IsMatch(path);

        /// <summary>True if the fault applies to this request.</summary>
        public bool CountRequest()
        {
            _seen++;
            return _seen >= Fault.Nth && random.NextDouble() < Fault.Probability;
        }

        public FakeFault MarkFired() => Fault = Fault with { Fired = Fault.Fired + 1 };
    }
}
