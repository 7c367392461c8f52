using System.Collections;
using System.Reflection;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests;

/// <summary>Activities and streams are records, so they compare by value although they contain arrays.</summary>
public class ValueEqualityTests
{
    private const string Ride = "tcx/GoldenCheetah_sweatpy__activity_5039744860.tcx";

    public static TheoryData<string> ActivityProperties => [.. Names<Activity>()];

    public static TheoryData<string> StreamProperties => [.. Names<ActivityStreams>()];

    [Fact]
    public void Activities_of_the_same_file_are_equal()
    {
        var (one, other) = (Read(), Read());

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.Streams.GetHashCode(), other.Streams.GetHashCode());
    }

    [Theory]
    [MemberData(nameof(ActivityProperties))]
    public void Activities_that_differ_in_one_property_are_not_equal(string property) => AssertDiffers(new Activity(), property);

    [Theory]
    [MemberData(nameof(StreamProperties))]
    public void Streams_that_differ_in_one_property_are_not_equal(string property) => AssertDiffers(new ActivityStreams(), property);

    [Fact]
    public void Heart_rate_sample_has_its_time_in_UTC()
    {
        var time = new DateTimeOffset(2026, 5, 4, 8, 30, 0, 250, TimeSpan.FromHours(2));
        var sample = new HeartRateSample(time, 121);

        Assert.Equal((time, TimeSpan.Zero, 121), (sample.Time, sample.Time.Offset, sample.HeartRate));
        Assert.Equal(sample, new HeartRateSample(time.AddHours(1), 121) with { Time = time.ToUniversalTime() });
    }

    [Fact]
    public void Missing_values_are_equal() =>
        Assert.Equal(
            new ActivityStreams { Count = 2, Time = [0, double.NaN], Power = [float.NaN, 1] },
            new ActivityStreams { Count = 2, Time = [0, double.NaN], Power = [float.NaN, 1] });

    private static IEnumerable<string> Names<T>() =>
        typeof(T).GetProperties().Where(property => property.SetMethod is { IsPublic: true }).Select(property => property.Name);

    private static Activity Read() =>
        ActivityFile.FromBytes("a.tcx", Corpus.Read(Ride)).ReadContent(TestContext.Current.CancellationToken).Activities[0];

    private static void AssertDiffers<T>(T original, string name)
        where T : notnull
    {
        var property = typeof(T).GetProperty(name)!;
        var other = typeof(T).GetMethod("<Clone>$")!.Invoke(original, null)!;
        Assert.Equal(original, other);

        property.SetValue(other, Another(property));

        Assert.NotEqual(original, other);
    }

    /// <summary>A value that no new instance has.</summary>
    private static object Another(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => "other",
            _ when type == typeof(int) => 7,
            _ when type == typeof(double) => 7.5,
            _ when type == typeof(TimeSpan) => TimeSpan.FromMinutes(7),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch,
            _ when type == typeof(SportType) => SportType.Parse("Run"),
            _ when type == typeof(SessionFigures) => new SessionFigures { LapCount = 7 },
            _ when type == typeof(ActivityStreams) => new ActivityStreams { Count = 7 },
            _ when typeof(IDictionary).IsAssignableFrom(type) =>
                System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("a", "b"),
            _ => ArrayOfOne(type.GetGenericArguments()[0]),
        };
    }

    private static object ArrayOfOne(Type item)
    {
        var items = Array.CreateInstance(item, 1);
        items.SetValue(item.IsValueType ? Activator.CreateInstance(item) : null, 0);
        return typeof(System.Runtime.InteropServices.ImmutableCollectionsMarshal).GetMethod("AsImmutableArray")!
            .MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
