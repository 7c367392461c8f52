namespace StravaTools.Activities.Validation;

/// <summary>How bad a finding is.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Information,

    /// <summary>Strava takes the file, but something in it will be ignored or look wrong.</summary>
    Warning,

    /// <summary>Strava will not take the file; it is not sent.</summary>
    Error,
}
