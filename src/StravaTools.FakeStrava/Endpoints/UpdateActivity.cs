using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// PUT /api/v3/activities/{id} (strava-activities.md, "Update an activity"): attributes that are not sent stay as they are, except for private, commute, and
/// trainer in the documented profile. Each of them "defaults to false" there; today's Strava leaves them.
/// </summary>
internal static class UpdateActivity
{
    public static Response Handle(ApiRequest request)
    {
        if (ActivityViews.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        FaultError[] errors = [.. Errors(request)];
        if (errors.Length > 0)
        {
            return Response.BadRequest(errors);
        }

        if (request.World.UpdateActivity(activity.Id, old => Change(old, request)) is { } changed)
        {
            return ActivityViews.Detail(changed, request);
        }

        return Response.NotFound("Activity");
    }

    private static IEnumerable<FaultError> Errors(ApiRequest request)
    {
        var given = request.Parameters;
        if (given["sport_type"] is { } sport && !ActivityTypes.IsSportType(sport))
        {
            yield return new FaultError("Activity", "sport_type", "invalid");
        }

        if (given["type"] is { } type && ActivityTypes.FindType(type) is null)
        {
            yield return new FaultError("Activity", "type", "invalid");
        }

        if (given["gear_id"] is { } gear && gear != "none" && FindGear(request, gear) is null)
        {
            yield return new FaultError("Activity", "gear_id", "invalid");
        }
    }

    private static DetailedActivity Change(DetailedActivity old, ApiRequest request)
    {
        var given = request.Parameters;
        var sport = given["sport_type"] ?? (given["type"] is { } type ? ActivityTypes.FindType(type) : null);
        var typed = sport is null || sport == old.SportType ? old : old.WithSport(sport, request.Athlete);
        if (given["gear_id"] is { } gear)
        {
            typed = typed.WithGear(gear == "none" ? null : FindGear(request, gear));
        }

        return typed with
        {
            Name = given["name"] ?? old.Name,
            // An empty description is one: it clears the old.
            Description = given.Contains("description") ? given["description"] : old.Description,
            Commute = ReadFlag(request, "commute", unsent: !request.World.IsDocumented && old.Commute),
            Trainer = ReadFlag(request, "trainer", unsent: !request.World.IsDocumented && old.Trainer),
            HideFromHome = ReadFlag(request, "hide_from_home", unsent: old.HideFromHome),
            // "Privacy/visibility not writable" today (field-notes.md, 3.3)
            Private = request.World.IsDocumented ? ReadFlag(request, "private", unsent: false) : old.Private,
        };
    }

    private static bool ReadFlag(ApiRequest request, string name, bool unsent)
    {
        if (request.Parameters[name] is null)
        {
            return unsent;
        }

        return request.ReadFlag(name);
    }

    private static FakeGear? FindGear(ApiRequest request, string id) => request.Athlete.Gear.FirstOrDefault(gear => gear.Id == id);
}
