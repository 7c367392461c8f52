using System.Globalization;
using System.Text.Json.Nodes;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>All kinds of things in the state, in the order in which they are read: references come after what they name.</summary>
internal static class StateNouns
{
    public static Noun<FakeAthlete> Athletes { get; } = new()
    {
        Name = "athletes",
        List = content => content.Options.Athletes,
        With = GrantAccess.WithAthletes,
        KeyOf = athlete => FormatKey(athlete.Id),
    };

    public static Noun<FakeApplication> Applications { get; } = new()
    {
        Name = "applications",
        List = content => content.Options.Applications,
        With = GrantAccess.WithApplications,
        KeyOf = application => FormatKey(application.ClientId),
    };

    public static Noun<TokenJson> Tokens { get; } = new()
    {
        Name = "tokens",
        List = content => [.. content.Grants.Select(TokenJson.FromGrant)],
        With = (content, tokens) => content with { Grants = [.. tokens.Select(token => token.ToGrant(content.Options))] },
        KeyOf = token => token.AccessToken,
    };

    public static Noun<GearJson> Gear { get; } = new()
    {
        Name = "gear",
        List = content => [.. content.Options.Athletes.SelectMany(GearJson.ListGear)],
        With = GearJson.WithGear,
        KeyOf = gear => gear.Id,
    };

    public static Noun<FakeClub> Clubs { get; } = new()
    {
        Name = "clubs",
        List = content => content.Options.Clubs,
        With = (content, clubs) => content with { Options = content.Options with { Clubs = clubs } },
        KeyOf = club => FormatKey(club.Id),
    };

    public static Noun<FakeSegment> Segments { get; } = new()
    {
        Name = "segments",
        List = content => content.Options.Segments,
        With = (content, segments) => content with { Options = content.Options with { Segments = segments } },
        KeyOf = segment => FormatKey(segment.Id),
    };

    public static Noun<FakeRoute> Routes { get; } = new()
    {
        Name = "routes",
        List = content => content.Options.Routes,
        With = (content, routes) => content with { Options = content.Options with { Routes = routes } },
        KeyOf = route => FormatKey(route.Id),
    };

    public static Noun<FakePlace> Places { get; } = new()
    {
        Name = "places",
        List = content => content.Options.Places,
        With = (content, places) => content with { Options = content.Options with { Places = places } },
        KeyOf = place => place.Name,
    };

    public static Noun<ActivityJson> Activities { get; } = new()
    {
        Name = "activities",
        List = content => [.. content.Activities.Select(activity => new ActivityJson(activity))],
        With = (content, activities) => content with { Activities = [.. activities.Select(json => json.Complete(content.Options))] },
        KeyOf = json => FormatKey(json.Activity.Id),
        Carry = CarryRecording,
    };

    public static Noun<UploadJson> Uploads { get; } = new()
    {
        Name = "uploads",
        List = UploadJson.ListUploads,
        With = UploadJson.WithUploads,
        KeyOf = upload => FormatKey(upload.Id),
    };

    public static Noun<FakePhoto> Photos { get; } = new()
    {
        Name = "photos",
        List = content => content.Photos,
        With = (content, photos) => content with { Photos = photos },
        KeyOf = photo => photo.UniqueId,
    };

    public static IReadOnlyList<INoun> All { get; } =
        [Athletes, Applications, Tokens, Gear, Clubs, Segments, Routes, Places, Activities, Uploads, Photos];

    private static string FormatKey(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>JSON has the streams only; everything else of the recording is kept unless the streams change.</summary>
    private static ActivityJson CarryRecording(ActivityJson before, ActivityJson changed, JsonObject patch)
    {
        if (patch.ContainsKey(ActivityJsonConverter.Streams))
        {
            return changed;
        }

        return new ActivityJson(changed.Activity with { ReadRecording = before.Activity.ReadRecording });
    }
}
