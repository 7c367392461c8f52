using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Journal;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>A request with a valid access token, and so with an athlete and an application.</summary>
internal sealed record ApiRequest(HttpContext Http, World World, Grant Grant, RequestParameters Parameters)
{
    /// <summary>The id of the athlete of the token.</summary>
    public long AthleteId => Grant.Athlete.Id;

    /// <summary>The athlete of the token, with changes since the token was issued.</summary>
    public FakeAthlete Athlete => World.Options.FindAthlete(Grant.Athlete.Id) ?? Grant.Athlete;

    /// <summary>The id in the route; null if it is not a 64-bit number.</summary>
    public long? Id => RouteValues.ReadId(Http);

    /// <summary>How the profile writes JSON.</summary>
    public WireJson Json => WireJson.OfProfile(World.Options.Profile);

    /// <summary>Adds to the journal what the fake made of the request.</summary>
    public void AddNote(string note) => JournalEntry.FindEntry(Http)?.AddNote(note);
}
