namespace StravaTools.Client.Uploads;

/// <summary>The outcome of an upload.</summary>
public enum UploadOutcome
{
    /// <summary>Still processing when the wait timed out, or no wait was requested.</summary>
    Pending,

    /// <summary>The activity is on Strava.</summary>
    Ready,

    /// <summary>The activity already exists on Strava.</summary>
    Duplicate,

    /// <summary>The file violates a rule and was not sent, or Strava rejected it.</summary>
    Rejected,

    /// <summary>The activity was created and then deleted.</summary>
    Deleted,

    /// <summary>The request may or may not have arrived. It is not retried automatically.</summary>
    Unknown,

    /// <summary>
    /// Nothing was sent, or the server refused the request before it could have an effect. It is safe to send the file again.
    /// </summary>
    NotSent,
}
