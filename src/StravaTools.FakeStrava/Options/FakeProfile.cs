namespace StravaTools.FakeStrava.Options;

/// <summary>Which Strava the fake imitates.</summary>
public enum FakeProfile
{
    /// <summary>Strava as recorded today (field-notes.md, 3): 429 beyond limits, separate read limits, today's scopes and shapes.</summary>
    Current,

    /// <summary>
    /// Strava as documented: 403 beyond limits, 600 requests per 15 minutes and 30,000 per day, DELETE, private on update, and only the
    /// documented exercises.
    /// </summary>
    Documented,
}
