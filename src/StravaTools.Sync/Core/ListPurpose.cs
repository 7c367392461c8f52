namespace StravaTools.Sync.Core;

/// <summary>Why activities are listed.</summary>
internal enum ListPurpose
{
    /// <summary>To confirm accepted uploads.</summary>
    Confirm,

    /// <summary>To find out whether a file arrived whose response was lost.</summary>
    Search,

    /// <summary>To find planned files that are on Strava already.</summary>
    LookUpFirst,
}
