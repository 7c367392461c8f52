using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>Whatever an activity is, what is written of it reads the same.</summary>
public sealed class RoundTripProperties
{
    [Fact]
    public void Gpx() => Holds(ActivityFileFormat.Gpx);

    [Fact]
    public void Tcx() => Holds(ActivityFileFormat.Tcx);

    [Fact]
    public void Strength_json() => Holds(ActivityFileFormat.StrengthJson);

    [Fact]
    public void Fit() => Holds(ActivityFileFormat.Fit);

    private static void Holds(ActivityFileFormat format) =>
        Prop.ForAll(Generated.Activities(format), activity => RoundTrip.Check(format, [activity]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
