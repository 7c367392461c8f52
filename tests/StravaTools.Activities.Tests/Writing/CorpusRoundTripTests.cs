using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>Real files, written in each format that can represent them.</summary>
public sealed class CorpusRoundTripTests
{
    public static TheoryData<string> Files => [.. Corpus.Entries("fit"), .. Corpus.Entries("gpx"), .. Corpus.Entries("tcx")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Written_activity_reads_the_same(string path)
    {
        var file = ActivityFile.FromBytes(Path.GetFileName(path), Corpus.Read(path));
        var activities = file.ReadContent(TestContext.Current.CancellationToken).Activities;
        foreach (var format in Enum.GetValues<ActivityFileFormat>())
        {
            if (format is ActivityFileFormat.Gpx or ActivityFileFormat.StrengthJson)
            {
                foreach (var activity in activities)
                {
                    Check(format, [activity]);
                }
            }
            else
            {
                Check(format, activities);
            }
        }
    }

    private static void Check(ActivityFileFormat format, IReadOnlyList<Activity> activities)
    {
        try
        {
            RoundTrip.Check(format, activities);
        }
        catch (ActivityWriteException)
        {
            Assert.True(LacksWhatIsRequired(format, activities), $"{format} could hold it");
        }
    }

    private static bool LacksWhatIsRequired(ActivityFileFormat format, IReadOnlyList<Activity> activities) =>
        activities.Count == 0 || (format switch
        {
            ActivityFileFormat.StrengthJson => activities[0].Sets.All(set => set.IsRest || set.ExerciseType is null),
            _ => Requirements.Lacks(format, activities),
        });
}
