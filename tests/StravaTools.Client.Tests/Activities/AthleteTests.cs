using StravaTools.Client.Athletes;
using StravaTools.Client.Clubs;
using StravaTools.Client.Tests.Support;
using StravaTools.FakeStrava;
using StravaTools.FakeStrava.Options;
using static StravaTools.Client.Tests.Support.Clients;

namespace StravaTools.Client.Tests.Activities;

/// <summary>strava-v3-api.md, "Summary of Resources": athletes and clubs.</summary>
public sealed class AthleteTests
{
    private const long Id = 9007199254740993;

    private static readonly FakeStravaOptions World = new()
    {
        Athletes = [new FakeAthlete(),
            new FakeAthlete { Id = Id, AccessToken = "other", RefreshToken = "other", FirstName = "Other", Sex = "F" }],
        Clubs = [new FakeClub { Id = Id, Name = "Team", SportType = "running", Description = "We run",
            Members = [new FakeAthlete().Id, Id] }],
    };

    [Fact]
    public async Task Current_athlete_is_read_in_detail_with_clubs()
    {
        await using var fake = await FakeStravaServer.StartAsync(World, Cancellation);
        var client = For(fake);
        var athlete = await client.GetAthleteAsync(new FakeAthlete().Id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync("athlete"), athlete);
        Assert.Equal((3, null), (athlete.ResourceState, Documented.UnknownOf(athlete.ExtensionData)));
        Assert.Equal((Id, "Team", 2), (Assert.Single(athlete.Clubs!).Id, athlete.Clubs![0].Name, athlete.Clubs[0].MemberCount));
        Assert.Equal((await client.GetAthleteAsync(Cancellation)).Id, athlete.Id);
    }

    [Fact]
    public async Task Other_athletes_are_read_in_summary()
    {
        await using var fake = await FakeStravaServer.StartAsync(World, Cancellation);
        var athlete = await For(fake).GetAthleteAsync(Id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"athletes/{Id}"), athlete);
        Assert.Equal((Id, 2, "Other", "F", null, null),
            (athlete.Id, athlete.ResourceState, athlete.FirstName, athlete.Sex, athlete.Bikes,
                Documented.UnknownOf(athlete.ExtensionData)));
    }

    [Fact]
    public async Task Every_attribute_of_a_club_is_read()
    {
        await using var fake = await FakeStravaServer.StartAsync(World, Cancellation);
        var club = await For(fake).GetClubAsync(Id, Cancellation);

        Documented.AssertHoldsAll(await fake.RawAsync($"clubs/{Id}"), club);
        Assert.Equal((Id, "Team", "running", "member", "We run", null),
            (club.Id, club.Name, club.SportType, club.Membership, club.Description, Documented.UnknownOf(club.ExtensionData)));
    }

    [Fact]
    public async Task New_attributes_of_a_club_are_kept()
    {
        await using var server =
            new ScriptedServer(ScriptedServer.Json(200, """{"id":1,"dimensions":["distance"],"owner_id":"9007199254740993"}"""));
        var club = await For(server).GetClubAsync(1, Cancellation);
        Assert.Equal(("distance", Id), (club.ExtensionData!["dimensions"][0].GetString(), club.OwnerId));
    }

    [Fact]
    public async Task Unknown_athlete_or_club_is_not_found()
    {
        await using var fake = await FakeStravaServer.StartAsync(World, Cancellation);
        await AssertErrorAsync(StravaErrors.NotFound, () => For(fake).GetAthleteAsync(1, Cancellation));
        await AssertErrorAsync(StravaErrors.NotFound, () => For(fake).GetClubAsync(1, Cancellation));
    }
}
