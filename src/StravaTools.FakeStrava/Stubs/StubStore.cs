namespace StravaTools.FakeStrava.Stubs;

/// <summary>The stubs in the dialect of wiremock.org, and the states of their scenarios.</summary>
internal sealed class StubStore
{
    /// <summary>The first state of a scenario.</summary>
    public const string Started = "Started";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _states = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _matched = [];
    private volatile IReadOnlyList<StubMapping> _stubs = [];

    /// <summary>The newest first.</summary>
    public IReadOnlyList<StubMapping> Stubs => _stubs;

    /// <summary>Before all responses of stubs.</summary>
    public TimeSpan? GlobalDelay { get; set; }

    public void AddStub(StubMapping stub)
    {
        lock (_lock)
        {
            _stubs = [stub, .. _stubs.Where(other => other.Id != stub.Id)];
        }
    }

    /// <summary>Replaces a stub at its place. False if it does not exist.</summary>
    public bool ReplaceStub(StubMapping stub)
    {
        lock (_lock)
        {
            var exists = _stubs.Any(other => other.Id == stub.Id);
            _stubs = [.. _stubs.Select(other => other.Id == stub.Id ? stub : other)];
            return exists;
        }
    }

    /// <summary>Removes stubs; the states of scenarios without stubs are forgotten. Returns the number of removed stubs.</summary>
    public int RemoveStubs(Func<StubMapping, bool> matches)
    {
        lock (_lock)
        {
            var before = _stubs.Count;
            _stubs = [.. _stubs.Where(stub => !matches(stub))];
            foreach (var name in _states.Keys.Where(name => _stubs.All(stub => stub.ScenarioName != name)).ToList())
            {
                _states.Remove(name);
            }

            return before - _stubs.Count;
        }
    }

    /// <summary>All stubs survive a reset. WireMock writes them to files; the fake keeps them until it stops.</summary>
    public void SaveStubs()
    {
        lock (_lock)
        {
            _stubs = [.. _stubs.Select(MarkPersistent)];
        }
    }

    /// <summary>Restores the saved stubs and the first states of scenarios.</summary>
    public void RestoreStubs()
    {
        RemoveStubs(stub => !stub.IsPersistent);
        ResetScenarios();
    }

    public StubMapping? FindStub(Guid id) => _stubs.FirstOrDefault(stub => stub.Id == id);

    /// <summary>True if a stub could match, before the body is read.</summary>
    public bool MayMatch(StubRequest request, out bool readsBody)
    {
        StubMapping[] candidates = [.. _stubs.Where(stub => stub.Request.MatchesHead(request))];
        readsBody = candidates.Any(stub => stub.Request.ReadsBody);
        return candidates.Length > 0;
    }

    /// <summary>The stub that answers; its scenario advances. Null if none matches.</summary>
    public StubMapping? TakeStub(StubRequest request)
    {
        lock (_lock)
        {
            // A stable order: the newest of the same priority comes first.
            var found = _stubs.OrderBy(stub => stub.Priority).FirstOrDefault(stub => IsInState(stub) && stub.Request.Matches(request));
            if (found is null)
            {
                return null;
            }

            _matched.Add(found.Id);
            if (found is { ScenarioName: { } scenario, NewState: { } state })
            {
                _states[scenario] = state;
            }

            return found;
        }
    }

    public IReadOnlyList<StubMapping> FindUnmatched()
    {
        lock (_lock)
        {
            return [.. _stubs.Where(stub => !_matched.Contains(stub.Id))];
        }
    }

    /// <summary>The names of all scenarios.</summary>
    public IReadOnlyList<string> ScenarioNames() =>
        [.. _stubs.Select(stub => stub.ScenarioName).OfType<string>().Distinct(StringComparer.Ordinal)];

    public string StateOf(string scenario)
    {
        lock (_lock)
        {
            return _states.GetValueOrDefault(scenario, Started);
        }
    }

    public IReadOnlyList<string> PossibleStates(string scenario) => [.. _stubs.Where(stub => stub.ScenarioName == scenario)
        .SelectMany(stub => new[] { stub.RequiredState, stub.NewState }).OfType<string>().Append(Started).Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)];

    public void SetState(string scenario, string? state)
    {
        lock (_lock)
        {
            _states[scenario] = state ?? Started;
        }
    }

    public void ResetScenarios()
    {
        lock (_lock)
        {
            _states.Clear();
        }
    }

    public void RemoveAll()
    {
        RemoveStubs(_ => true);
        GlobalDelay = null;
    }

    private static StubMapping MarkPersistent(StubMapping stub)
    {
        var json = stub.Json.DeepClone().AsObject();
        json["persistent"] = true;
        return stub with { Json = json };
    }

    private bool IsInState(StubMapping stub) =>
        stub.ScenarioName is null || stub.RequiredState is null || stub.RequiredState == StateOf(stub.ScenarioName);
}
