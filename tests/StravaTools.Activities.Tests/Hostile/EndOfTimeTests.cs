using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Activities.Tests.Writing;

namespace StravaTools.Activities.Tests.Hostile;

/// <summary>Times at the ends of the calendar, where an offset or an elapsed time exceeds it. Fuzzing found them.</summary>
public sealed class EndOfTimeTests
{
    [Theory]
    [InlineData("a.json",
        "{\"version\":\"1.0\",\"start_time\":\"9999-12-31T23:59:59Z\",\"utc_offset\":50400,\"elapsed_time\":9,"
            + "\"sets\":[{\"exercise_type\":\"PLANK_HOLD\"}],\"streams\":{\"time\":[0,9]}}")]
    [InlineData("a.json",
        "{\"version\":\"1.0\",\"start_time\":\"0001-01-01T00:00:00Z\",\"utc_offset\":-50400,\"elapsed_time\":9,"
            + "\"sets\":[{\"exercise_type\":\"PLANK_HOLD\"}],\"streams\":{\"time\":[-9,0]}}")]
    [InlineData("a.tcx",
        "<TrainingCenterDatabase><Activities><Activity><Lap StartTime='9999-12-31T23:59:59Z'><TotalTimeSeconds>99</TotalTimeSeconds></Lap>"
            + "</Activity></Activities></TrainingCenterDatabase>")]
    [InlineData("a.tcx",
        "<TrainingCenterDatabase><Activities><Activity><Lap StartTime='2026-01-01T00:00:00Z'><TotalTimeSeconds>999999999</TotalTimeSeconds>"
            + "</Lap><Lap StartTime='9999-12-31T23:59:59+10:00'><TotalTimeSeconds>999999</TotalTimeSeconds></Lap></Activity></Activities>"
            + "</TrainingCenterDatabase>")]
    [InlineData("a.gpx",
        "<gpx><trk><trkseg><trkpt lat='1' lon='2'><time>0001-01-01T00:00:00Z</time></trkpt><trkpt lat='1' lon='2'>"
            + "<time>9999-12-31T23:59:59Z</time></trkpt></trkseg></trk></gpx>")]
    [InlineData("a.tcx",
        "<TrainingCenterDatabase><Activities><Activity><Lap StartTime='0001-01-01T00:00:00Z'><TotalTimeSeconds>999999999</TotalTimeSeconds>"
            + "<Track><Trackpoint><Time>0001-01-01T00:00:00Z</Time></Trackpoint><Trackpoint><Time>9999-12-31T23:59:59Z</Time></Trackpoint>"
            + "</Track></Lap></Activity></Activities></TrainingCenterDatabase>")]
    [InlineData("a.tcx",
        "<TrainingCenterDatabase><Activities><Activity><Lap StartTime='0001-01-01T00:00:00Z'><TotalTimeSeconds>999999999</TotalTimeSeconds>"
            + "<Track><Trackpoint><Time>9999-12-31T23:59:59Z</Time></Trackpoint></Track></Lap></Activity></Activities>"
            + "</TrainingCenterDatabase>")]
    public void Times_at_the_limits_are_read_checked_and_written(string name, string text)
    {
        var file = Text.File(name, text);
        _ = Text.Validate(file);
        var activity = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);
        foreach (var format in Enum.GetValues<ActivityFileFormat>())
        {
            try
            {
                Assert.NotEmpty(RoundTrip.Write(format, [activity]).ReadContent(TestContext.Current.CancellationToken).Activities);
            }
            catch (ActivityWriteException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }
    }
}
