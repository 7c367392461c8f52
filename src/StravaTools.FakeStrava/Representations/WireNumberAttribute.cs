namespace StravaTools.FakeStrava.Representations;

/// <summary>How today's Strava writes the number: others have a fraction, and if it is 0, they end with .0.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WireNumberAttribute(WireNumberForm form) : Attribute
{
    public WireNumberForm Form { get; } = form;
}
