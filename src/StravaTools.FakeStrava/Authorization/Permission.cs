namespace StravaTools.FakeStrava.Authorization;

/// <summary>The permission that a request requires.</summary>
internal enum Permission
{
    /// <summary>Any valid token.</summary>
    None,
    Read,
    ReadActivities,
    WriteActivities,
    ReadProfile,
    WriteProfile,
}
