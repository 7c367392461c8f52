using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>If a part of an activity is not in the written file, the losses name it.</summary>
public sealed class LossProperties
{
    private const string Name = "Over the hills";

    private static readonly (string Word, Func<Activity, int> Count)[] Parts =
    [
        ("lap", activity => activity.Laps.Length),
        ("pool length", activity => activity.Lengths.Length),
        ("set", activity => activity.Sets.Count(set => !set.IsRest)),
        ("rest", activity => activity.Sets.Count(set => set.IsRest)),
        ("split", activity => activity.Splits.Length),
        ("timer", activity => activity.TimerEvents.Length),
        ("heart rate sample", activity => activity.HeartRateSamples.Length),
        ("custom field", activity => activity.CustomFields.Count),
        ("calories", activity => Present(activity.Calories > 1)),
        ("the total ascent", activity => Present(activity.TotalAscent is not null)),
        ("the time without pauses", activity => Present(activity.TimerTime is not null)),
        ("the length of the pool", activity => Present(activity.PoolLength is not null)),
        ("averages and totals", activity => Present(activity.Figures with { LapCount = null } != SessionFigures.None)),
        ("UTC offset", activity => Present(activity.StartTime is { Offset.Ticks: not 0 })),
        ("position", activity => Enumerable.Range(0, activity.Streams.Count).Count(activity.Streams.HasPosition)),
        ("distance", activity => Values(activity.Streams.Distance)),
        ("altitude", activity => Values(activity.Streams.Altitude)),
        ("speed", activity => Values(activity.Streams.Speed)),
        ("cadence", activity => Values(activity.Streams.Cadence)),
        ("power", activity => Values(activity.Streams.Power)),
        ("temperature", activity => Values(activity.Streams.Temperature)),
    ];

    public static TheoryData<ActivityFileFormat> Formats => [.. Enum.GetValues<ActivityFileFormat>()];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Missing_part_is_a_loss(ActivityFileFormat format) =>
        Prop.ForAll(Generated.Activities(ActivityFileFormat.Fit), activity => Check(format, Complete(activity)))
            .Check(PropertyRun.Start(200));

    private static void Check(ActivityFileFormat format, Activity activity)
    {
        ActivityFile file;
        try
        {
            file = RoundTrip.Write(format, [activity]);
        }
        catch (ActivityWriteException)
        {
            return;
        }

        var actual = Assert.Single(file.ReadContent(TestContext.Current.CancellationToken).Activities);
        var losses = string.Join(", ", ActivityWriter.LossesOf(format, activity));
        foreach (var (word, count) in Parts)
        {
            Assert.True(count(actual) > 0 || count(activity) == 0 || losses.Contains(word, StringComparison.Ordinal),
                $"{format}: '{word}' is neither in the file nor in the losses ({losses}).");
        }

        Assert.True(
            actual.Name == Name || losses.Contains("the name", StringComparison.Ordinal), $"{format}: the name is lost ({losses}).");
        Assert.True(actual.SportType == activity.SportType || losses.Contains("the sport type", StringComparison.Ordinal),
            $"{format}: {activity.SportType} became {actual.SportType} ({losses}).");
    }

    /// <summary>With the parts that generated activities do not have, and with values that are in the range of each format.</summary>
    private static Activity Complete(Activity activity) => activity with
    {
        Name = Name,
        TotalAscent = 120,
        PoolLength = 25,
        Splits = [new("climb_active", activity.StartTime, TimeSpan.FromSeconds(60))],
        Streams = activity.Streams with
        {
            Cadence = InRange(activity.Streams.Cadence),
            Power = InRange(activity.Streams.Power),
            Temperature = InRange(activity.Streams.Temperature),
            Altitude = InRange(activity.Streams.Altitude),
        },
    };

    private static ImmutableArray<float> InRange(ImmutableArray<float> values) => [.. values.Select(value => Math.Clamp(value, 0, 100))];

    private static int Present(bool isPresent) => isPresent ? 1 : 0;

    private static int Values(ImmutableArray<float> values) => values.Count(float.IsFinite);

    private static int Values(ImmutableArray<double> values) => values.Count(double.IsFinite);
}
