using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>
/// Marks what the detailed representation has and the summary does not (strava-activities.md, "Summary representation"): in all profiles,
/// or only in one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DetailOnlyAttribute : Attribute
{
    private readonly FakeProfile? _profile;

    public DetailOnlyAttribute()
    {
    }

    public DetailOnlyAttribute(FakeProfile profile) => _profile = profile;

    public bool AppliesTo(FakeProfile profile) => _profile is null || _profile == profile;
}
