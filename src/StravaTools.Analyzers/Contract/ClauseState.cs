namespace StravaTools.Analyzers.Contract;

/// <summary>The state of a clause according to its line. Tests determine whether it is claimed.</summary>
internal enum ClauseState
{
    /// <summary>A test must show it.</summary>
    Due,

    /// <summary>It is not implemented yet.</summary>
    Planned,

    /// <summary>No test can show it; the line contains the reason.</summary>
    NotShown,
}
