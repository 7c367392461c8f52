namespace StravaTools.FakeStrava.Options;

/// <summary>A club.</summary>
public sealed record FakeClub
{
    /// <summary>The id.</summary>
    public long Id { get; init; } = 1;

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Team Fake";

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>cycling, running, triathlon, or other.</summary>
    public string SportType { get; init; } = "other";

    /// <summary>The city.</summary>
    public string City { get; init; } = "";

    /// <summary>The country.</summary>
    public string Country { get; init; } = "";

    /// <summary>True if only members can see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The ids of the athletes who are members.</summary>
    public IReadOnlyList<long> Members { get; init; } = [];
}
