using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>Every activity that is written reads the same.</summary>
public sealed class RoundTripProperties
{
    [Fact]
    public void Gpx() => Holds(ActivityFileFormat.Gpx);

    [Fact]
    public void Tcx() => Holds(ActivityFileFormat.Tcx);

    [Fact]
    public void Documented_command_uploads_strength_json() => Holds(ActivityFileFormat.StrengthJson);

    [Fact]
    public void Fit() => Holds(ActivityFileFormat.Fit);

    private static void Holds(ActivityFileFormat format) =>
        Prop.ForAll(Generated.Activities(format), activity => Check(format, activity))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static void Check(ActivityFileFormat format, Activity activity)
    {
        if (format != ActivityFileFormat.StrengthJson && Requirements.Lacks(format, [activity]))
        {
            Assert.Throws<ActivityWriteException>(() => RoundTrip.Write(format, [activity]));
        }
        else
        {
            RoundTrip.Check(format, [activity]);
        }
    }
}
