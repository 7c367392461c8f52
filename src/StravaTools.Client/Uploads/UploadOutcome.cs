namespace StravaTools.Client.Uploads;

/// <summary>How an upload ended.</summary>
public enum UploadOutcome
{
    /// <summary>Still processing when the wait ended, or nobody waited.</summary>
    Pending,

    /// <summary>The activity is on Strava.</summary>
    Ready,

    /// <summary>The same activity was on Strava before.</summary>
    Duplicate,

    /// <summary>The file breaks a rule and was not sent, or Strava did not take it.</summary>
    Rejected,

    /// <summary>The activity was made and has been deleted since.</summary>
    Deleted,

    /// <summary>The request may or may not have arrived. It is not sent again by itself.</summary>
    Unknown,
}
