using StravaTools.Activities.Model;

namespace StravaTools.Activities.Tests;

/// <summary>strava-uploads.md, sport_type: the list of sport types grows.</summary>
public sealed class SportTypeTests
{
    [Theory]
    [InlineData("trailrun", "TrailRun")]
    [InlineData("EBIKERIDE", "EBikeRide")]
    [InlineData("Ride", "Ride")]
    public void Known_name_is_spelled_as_documented(string name, string expected)
    {
        var sport = SportType.Parse(name);

        Assert.Equal((expected, true), (sport.Name, sport.IsKnown));
        Assert.Contains(sport, SportType.All);
    }

    [Fact]
    public void Unknown_name_is_kept_unchanged()
    {
        var sport = SportType.Parse("hoverBoard");

        Assert.Equal(("hoverBoard", false), (sport.Name, sport.IsKnown));
        Assert.DoesNotContain(sport, SportType.All);
    }

    /// <summary>"Strava supports a JSON file format for ... activities only" (strava-uploads.md, "JSON - Strength Training (Limited)").</summary>
    [Fact]
    public void Sets_are_supported_by_the_documented_sport_types() => Assert.Equal(
        ["Crossfit", "HighIntensityIntervalTraining", "WeightTraining", "Workout"],
        SportType.All.Where(sport => sport.SupportsSets).Select(sport => sport.Name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Empty_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => SportType.Parse(name));
}
