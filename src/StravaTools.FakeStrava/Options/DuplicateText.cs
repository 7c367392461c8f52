namespace StravaTools.FakeStrava.Options;

/// <summary>The two forms in which Strava reports a duplicate (field-notes.md, 3.1).</summary>
public enum DuplicateText
{
    /// <summary><c>ride.fit duplicate of activity 123</c>.</summary>
    PlainPattern,

    /// <summary>
    /// <c>ride.fit duplicate of &lt;a href='/activities/123' target='_blank'&gt;Morning Ride&lt;/a&gt;</c>; with the link escaped in the
    /// profile <see cref="FakeProfile.Documented"/>, since errors "may also include escaped HTML" (strava-uploads.md, "Errors").
    /// </summary>
    Html,
}
