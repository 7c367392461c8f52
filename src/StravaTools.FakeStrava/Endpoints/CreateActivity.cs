using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>POST /api/v3/activities (strava-activities.md, "Create an activity"): an activity by hand, without a file.</summary>
internal static class CreateActivity
{
    private static readonly string[] Documented =
    [
        "name", "type", "sport_type", "start_date_local", "elapsed_time", "description", "distance", "private", "trainer", "commute",
    ];

    public static Response Handle(ApiRequest request)
    {
        FaultError[] errors = [.. Errors(request.Parameters, SportField(request))];
        if (errors.Length > 0)
        {
            return Response.BadRequest(errors);
        }

        var activity = request.World.AddActivity(ReadActivity(request));
        var json = JsonSerializer.SerializeToNode(activity, StravaJson.Default.DetailedActivity)!.AsObject();
        if (request.World.Options.IsPartner)
        {
            PhotoMetadata[] photo = [request.World.PhotoMetadata(activity.Id)];
            json["photo_metadata"] = JsonSerializer.SerializeToNode(photo, StravaJson.Default.PhotoMetadataArray);
        }

        return Response.FromJson(StatusCodes.Status201Created, json, StravaJson.Default.JsonObject);
    }

    /// <summary>The parameter of the sport that an error is about: the documents have type only, and today's Strava asks for sport_type.</summary>
    private static string SportField(ApiRequest request)
    {
        var given = request.Parameters;
        var isType = given["sport_type"] is null && (request.World.IsDocumented || given["type"] is not null);
        if (isType)
        {
            return "type";
        }

        return "sport_type";
    }

    private static IEnumerable<FaultError> Errors(RequestParameters given, string sportField)
    {
        if (given["name"] is null)
        {
            yield return ParameterError("name", "missing");
        }

        if (SportOf(given) is null)
        {
            yield return ParameterError(sportField, given[sportField] is null ? "missing" : "invalid");
        }

        if (WallClock(given) is null)
        {
            yield return ParameterError("start_date_local", given["start_date_local"] is null ? "missing" : "invalid");
        }

        if (ElapsedTime(given) is null)
        {
            yield return ParameterError("elapsed_time", given["elapsed_time"] is null ? "missing" : "invalid");
        }

        if (given["distance"] is not null && Distance(given) is null)
        {
            yield return ParameterError("distance", "invalid");
        }
    }

    private static DetailedActivity ReadActivity(ApiRequest request)
    {
        var given = request.Parameters;
        var sport = SportOf(given)!;
        var (elapsed, distance) = (ElapsedTime(given)!.Value, Distance(given) ?? 0);
        return new DetailedActivity
        {
            Athlete = new MetaAthlete(request.Athlete.Id),
            Name = given["name"]!,
            Description = given["description"],
            Distance = distance,
            ElapsedTime = elapsed,
            MovingTime = elapsed,
            AverageSpeed = elapsed == 0 ? 0 : Math.Round(distance / elapsed, 3),
            Trainer = request.ReadFlag("trainer"),
            Commute = request.ReadFlag("commute"),
            Private = given["private"] is null ? request.Athlete.ActivitiesArePrivate : request.ReadFlag("private"),
            Manual = true,
            // "Add your new scalar type as an additional URL parameter." (strava-partner-uploads.md, "Include custom data without a file")
            CustomFields = given.WithoutToken.Where(value => !Documented.Contains(value.Key)).ToImmutableDictionary(StringComparer.Ordinal),
        }.AtLocal(WallClock(given)!.Value, request.Athlete).WithSport(sport, request.Athlete);
    }

    /// <summary>
    /// sport_type, case sensitive, goes before type, "case insensitive"; null if there is neither or the one that counts is unknown.
    /// </summary>
    private static string? SportOf(RequestParameters given)
    {
        if (given["sport_type"] is { } sport)
        {
            if (ActivityTypes.IsSportType(sport))
            {
                return sport;
            }

            return null;
        }

        if (given["type"] is { } type)
        {
            return ActivityTypes.FindType(type);
        }

        return null;
    }

    /// <summary>
    /// The clock on the wall: "the UTC version of the local start time" (strava-v3-api.md, "Dates"), so an offset does not move it.
    /// </summary>
    private static DateTime? WallClock(RequestParameters given) =>
        given["start_date_local"] is [>= '0' and <= '9', _, _, _, '-', ..] text
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            // At the ends of all time no zone's clock could be told.
            && time.Year is > 1 and < 9999
            ? time.DateTime
            : null;

    private static int? ElapsedTime(RequestParameters given)
    {
        if (int.TryParse(given["elapsed_time"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        return null;
    }

    private static double? Distance(RequestParameters given)
    {
        if (double.TryParse(given["distance"], NumberStyles.Float, CultureInfo.InvariantCulture, out var metres) && double.IsFinite(metres) && metres >= 0)
        {
            return metres;
        }

        return null;
    }

    private static FaultError ParameterError(string field, string code) => new("Activity", field, code);
}
