namespace StravaTools.Activities.Validation;

/// <summary>The severity of a finding.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Strava accepts the file, but ignores something in it or shows it incorrectly.</summary>
    Warning,

    /// <summary>Strava refuses the file; it is not sent.</summary>
    Error,
}
