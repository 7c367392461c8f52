namespace StravaTools.FakeStrava.Stubs;

/// <summary>A condition of a request.</summary>
/// <param name="Description">The condition in a few words.</param>
/// <param name="Weight">How much it counts for near misses.</param>
/// <param name="Measure">0 for a match, at most 1.</param>
/// <param name="ReadsBody">True if it looks at the body.</param>
internal sealed record RequestCondition(string Description, double Weight, Func<StubRequest, double> Measure, bool ReadsBody = false)
{
    /// <summary>True for a match, if that is known faster than by measuring.</summary>
    public Func<StubRequest, bool>? Test { get; init; }

    public bool IsMet(StubRequest request) => Test?.Invoke(request) ?? Measure(request) == 0;

    /// <summary>True if it looks at the method or the URL.</summary>
    public bool ReadsLine { get; init; }
}
