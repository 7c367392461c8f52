namespace StravaTools.PowerShell.Parameters;

/// <summary>How the clock of a fake server moves.</summary>
public enum FakeClockMode
{
    /// <summary>It stands still.</summary>
    Frozen,

    /// <summary>It runs from the time that was set.</summary>
    Running,

    /// <summary>It shows the real time.</summary>
    System,
}
