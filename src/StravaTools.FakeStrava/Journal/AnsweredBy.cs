namespace StravaTools.FakeStrava.Journal;

/// <summary>Which part of the fake answered a request.</summary>
public enum AnsweredBy
{
    /// <summary>No route matches the request: the answer is Strava's 404.</summary>
    None,

    /// <summary>The Strava part.</summary>
    Strava,

    /// <summary>The Decathlon part.</summary>
    Decathlon,

    /// <summary>A stub.</summary>
    Stub,

    /// <summary>A fault that was ordered.</summary>
    Fault,
}
