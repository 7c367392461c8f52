using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava;

/// <summary>
/// The world of the program, which PowerShell and MSBuild start too: it has a club, a segment, and a route, with the ids below, for
/// clients in any language. In C# a test creates its own world with <see cref="FakeStravaOptions"/>, which has none of them by default.
/// </summary>
internal static class ReadyMadeWorld
{
    /// <summary>The athlete is a member.</summary>
    private const long ClubId = 1;

    /// <summary>The id in the examples of the help pages.</summary>
    private const long SegmentId = 229_781;

    /// <summary>The id in the examples of the help pages.</summary>
    private const long RouteId = 12_345;

    private const string Climb = @"}ujwG{{nd@}HyJiHwJ_FeKiAoMhBsNlAiO}CaLkFsHeFqJ\wNhDgL`AcMsD}LmFuL}AmN|AsNpEsNjKwLjP_F";

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
                Polyline = Climb,
                AverageGrade = 4.5,
                MaximumGrade = 6.4,
                ElevationLow = 486,
                ElevationHigh = 667.8,
                ClimbCategory = 2,
                City = "Annecy",
                Country = "France",
            },
        ],
        Routes =
        [
            new FakeRoute
            {
                Id = RouteId,
                Name = "Up to the castle",
                Polyline = Climb,
                Altitudes = [486, 494, 503, 512, 521, 531, 541, 551, 560, 569, 579, 588, 597, 607, 617, 627, 637, 648, 658, 668],
            },
        ],
    };
}
