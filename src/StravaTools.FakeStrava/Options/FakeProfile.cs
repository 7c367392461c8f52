namespace StravaTools.FakeStrava.Options;

/// <summary>Which Strava the fake is.</summary>
public enum FakeProfile
{
    /// <summary>As recordings of the wire have it (field-notes.md, 3): 429 on limits, limits for reading, today's scopes and shapes.</summary>
    Current,

    /// <summary>As the documents have it: 403 on limits, 600 requests in 15 minutes and 30,000 a day, DELETE, private on update, the document's exercises only.</summary>
    Documented,
}
