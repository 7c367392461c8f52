using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>
/// PUT /api/v3/activities/{id} (strava-activities.md, "Update an activity"): attributes that are not sent remain unchanged, except for
/// private, commute, and trainer in the documented profile. Each of them "defaults to false" there.
/// </summary>
internal static class UpdateActivity
{
    private const string OldType = "type";
    private const string NoGear = "none";

    public static Response Handle(ApiRequest request)
    {
        if (ActivityAccess.FindOwn(request) is not { } activity)
        {
            return Response.NotFound("Activity");
        }

        FaultError[] errors = [.. FindErrors(request).Select(field => new FaultError("Activity", field, "invalid"))];
        if (errors.Length > 0)
        {
            return Response.BadRequest(errors);
        }

        if (request.World.UpdateActivity(activity.Id, old => ApplyChanges(old, request)) is { } changed)
        {
            return ActivityViews.RespondWithDetail(changed, request);
        }

        return Response.NotFound("Activity");
    }

    /// <summary>The invalid parameters.</summary>
    private static IEnumerable<string> FindErrors(ApiRequest request)
    {
        var parameters = request.Parameters;
        if (parameters[SportParameters.SportType] is { } sport && !ActivityTypes.IsSportType(sport))
        {
            yield return SportParameters.SportType;
        }

        if (parameters[OldType] is { } type && ActivityTypes.FindType(type) is null)
        {
            yield return OldType;
        }

        if (parameters["gear_id"] is { } gear && gear != NoGear && FindGear(request, gear) is null)
        {
            yield return "gear_id";
        }
    }

    private static DetailedActivity ApplyChanges(DetailedActivity old, ApiRequest request)
    {
        var parameters = request.Parameters;
        var isDocumented = request.World.IsDocumented;
        return ChangeGear(ChangeSport(old, request), request) with
        {
            Name = parameters["name"] ?? old.Name,
            // An empty description clears the old one.
            Description = parameters.Contains("description") ? parameters["description"] : old.Description,
            Commute = ReadFlag(request, "commute", unsent: !isDocumented && old.Commute),
            Trainer = ReadFlag(request, "trainer", unsent: !isDocumented && old.Trainer),
            HideFromHome = ReadFlag(request, "hide_from_home", unsent: old.HideFromHome),
            // "Privacy/visibility not writable" today (field-notes.md, 3.3)
            Private = isDocumented ? ReadFlag(request, "private", unsent: false) : old.Private,
        };
    }

    private static DetailedActivity ChangeSport(DetailedActivity activity, ApiRequest request)
    {
        var sport = SportParameters.ReadSport(request.Parameters, OldType);
        if (sport is null || sport == activity.SportType)
        {
            return activity;
        }

        return activity.WithSport(sport, request.Athlete);
    }

    private static DetailedActivity ChangeGear(DetailedActivity activity, ApiRequest request)
    {
        if (request.Parameters["gear_id"] is { } gear)
        {
            return activity.WithGear(gear == NoGear ? null : FindGear(request, gear));
        }

        return activity;
    }

    private static bool ReadFlag(ApiRequest request, string name, bool unsent)
    {
        if (request.Parameters[name] is null)
        {
            return unsent;
        }

        return request.Parameters.ReadFlag(name);
    }

    private static FakeGear? FindGear(ApiRequest request, string id) => request.Athlete.Gear.FirstOrDefault(gear => gear.Id == id);
}
