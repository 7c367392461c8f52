namespace StravaTools.FakeStrava.Admin;

/// <summary>How the fake's clock runs.</summary>
internal enum ClockMode
{
    /// <summary>It shows the real time.</summary>
    System,

    /// <summary>It runs, but does not show the real time.</summary>
    Running,

    /// <summary>It is stopped.</summary>
    Frozen,
}
