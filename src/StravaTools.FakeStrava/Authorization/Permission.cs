namespace StravaTools.FakeStrava.Authorization;

/// <summary>What a request needs of a token.</summary>
internal enum Permission
{
    /// <summary>A token, whatever it may do.</summary>
    None,
    Read,
    ReadActivities,
    WriteActivities,
    WriteProfile,
}
