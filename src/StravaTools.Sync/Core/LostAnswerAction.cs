namespace StravaTools.Sync.Core;

/// <summary>What happens to a file whose response was lost and that Strava does not list, even after the grace time.</summary>
public enum LostAnswerAction
{
    /// <summary>The file is sent again.</summary>
    Resend,

    /// <summary>The file is not sent until the user decides.</summary>
    Ask,
}
