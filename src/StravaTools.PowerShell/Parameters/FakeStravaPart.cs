namespace StravaTools.PowerShell.Parameters;

/// <summary>What can be reset in a fake server.</summary>
public enum FakeStravaPart
{
    /// <summary>All of the parts below, and the stubs.</summary>
    Everything,

    /// <summary>Athletes, uploads, activities, and the other data.</summary>
    State,

    /// <summary>The recorded requests.</summary>
    Requests,

    /// <summary>The ordered faults.</summary>
    Faults,

    /// <summary>The clock.</summary>
    Clock,

    /// <summary>The rate limits and their usage.</summary>
    Limits,
}
