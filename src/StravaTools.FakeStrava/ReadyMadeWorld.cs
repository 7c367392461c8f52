using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava;

/// <summary>
/// The world of the program, which PowerShell and MSBuild start too: it has a club and a segment, with the ids below, for clients in any
/// language. In C# a test creates its own world with <see cref="FakeStravaOptions"/>, which has neither by default.
/// </summary>
internal static class ReadyMadeWorld
{
    /// <summary>The athlete is a member.</summary>
    private const long ClubId = 1;

    /// <summary>The id in the examples of the help pages.</summary>
    private const long SegmentId = 229_781;

    public static FakeStravaOptions Options { get; } = new()
    {
        Clubs =
        [
            new FakeClub
            {
                Id = ClubId,
                Description = "The club of the fake athlete",
                SportType = "cycling",
                City = "Annecy",
                Country = "France",
                Members = [new FakeAthlete().Id],
            },
        ],
        Segments =
        [
            // Invented: the climb of module/samples/morning-ride.fit, so that its upload has an effort, a leaderboard, and achievements.
            new FakeSegment
            {
                Id = SegmentId,
                Name = "Morning Climb",
                ActivityType = "Ride",
                Polyline = @"}ujwG{{nd@}HyJiHwJ_FeKiAoMhBsNlAiO}CaLkFsHeFqJ\wNhDgL`AcMsD}LmFuL}AmN|AsNpEsNjKwLjP_F",
                AverageGrade = 4.5,
                MaximumGrade = 6.4,
                ElevationLow = 486,
                ElevationHigh = 667.8,
                ClimbCategory = 2,
                City = "Annecy",
                Country = "France",
            },
        ],
    };
}
