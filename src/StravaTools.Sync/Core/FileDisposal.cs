namespace StravaTools.Sync.Core;

/// <summary>What happens to a file after its activity is on Strava.</summary>
public enum FileDisposal
{
    /// <summary>The file remains.</summary>
    Keep,

    /// <summary>The file is moved to another folder.</summary>
    Move,

    /// <summary>The file is deleted.</summary>
    Delete,
}
