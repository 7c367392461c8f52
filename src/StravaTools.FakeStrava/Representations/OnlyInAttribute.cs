using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Representations;

/// <summary>Marks what only one profile has: the documents and recordings of today's Strava differ.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OnlyInAttribute(FakeProfile profile) : Attribute
{
    public FakeProfile Profile { get; } = profile;
}
