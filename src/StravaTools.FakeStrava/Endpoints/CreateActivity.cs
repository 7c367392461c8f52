using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Endpoints;

/// <summary>POST /api/v3/activities (strava-activities.md, "Create an activity"): a manual activity, without a file.</summary>
internal static class CreateActivity
{
    private const string OldType = "type";
    private const string StartDate = "start_date_local";

    private static readonly string[] Documented =
    [
        "name", "type", "sport_type", StartDate, "elapsed_time", "description", "distance", "private", "trainer", "commute",
    ];

    public static Response Handle(ApiRequest request)
    {
        FaultError[] errors = [.. FindErrors(request.Parameters, FindSportField(request))];
        if (errors.Length > 0)
        {
            return Response.BadRequest(errors);
        }

        var draft = ReadActivity(request);
        if (request.World.AddActivity(request.World.IsDocumented ? draft : draft with { WorkoutType = null }) is not { } activity)
        {
            // Seen without a body (field-notes.md, 3.3).
            return Response.WithoutBody(StatusCodes.Status409Conflict);
        }

        request.AddNote(string.Create(CultureInfo.InvariantCulture, $"Activity {activity.Id} created."));
        var json = request.Json.ToNode(activity).AsObject();
        if (request.World.Options.IsPartner)
        {
            PhotoMetadata[] photo = [request.World.PhotoMetadata(activity.Id)];
            json["photo_metadata"] = JsonSerializer.SerializeToNode(photo, StravaJson.Default.PhotoMetadataArray);
        }

        return Response.FromJson(StatusCodes.Status201Created, json, StravaJson.Default.JsonObject);
    }

    /// <summary>The field of errors about the sport: the documents only have type, and today's Strava requires sport_type.</summary>
    private static string FindSportField(ApiRequest request)
    {
        var hasSport = request.Parameters[SportParameters.SportType] is not null;
        var hasType = request.Parameters[OldType] is not null;
        if (!hasSport && (hasType || request.World.IsDocumented))
        {
            return OldType;
        }

        return SportParameters.SportType;
    }

    private static IEnumerable<FaultError> FindErrors(RequestParameters parameters, string sportField)
    {
        if (parameters["name"] is null)
        {
            yield return new FaultError("Activity", "name", "missing");
        }

        if (SportParameters.ReadSport(parameters, OldType) is null)
        {
            yield return MissingOrInvalid(parameters, sportField);
        }

        if (parameters.ReadWallClock(StartDate) is null)
        {
            yield return MissingOrInvalid(parameters, StartDate);
        }

        if (ReadElapsedTime(parameters) is null)
        {
            yield return MissingOrInvalid(parameters, "elapsed_time");
        }

        if (parameters["distance"] is not null && ReadDistance(parameters) is null)
        {
            yield return MissingOrInvalid(parameters, "distance");
        }
    }

    private static FaultError MissingOrInvalid(RequestParameters parameters, string field) =>
        new("Activity", field, parameters[field] is null ? "missing" : "invalid");

    private static DetailedActivity ReadActivity(ApiRequest request)
    {
        var parameters = request.Parameters;
        var (elapsed, distance) = (ReadElapsedTime(parameters)!.Value, ReadDistance(parameters) ?? 0);
        return new DetailedActivity
        {
            Athlete = new MetaAthlete(request.AthleteId),
            Name = parameters["name"]!,
            Description = parameters["description"],
            Distance = distance,
            ElapsedTime = elapsed,
            MovingTime = elapsed,
            AverageSpeed = elapsed == 0 ? 0 : Math.Round(distance / elapsed, 3),
            Trainer = parameters.ReadFlag("trainer"),
            Commute = parameters.ReadFlag("commute"),
            Private = parameters["private"] is null ? request.Athlete.ActivitiesArePrivate : parameters.ReadFlag("private"),
            Manual = true,
            // "Add your new scalar type as an additional URL parameter." (strava-partner-uploads.md, "Include custom data without a file")
            CustomFields = parameters.WithoutToken.Where(value => !Documented.Contains(value.Key))
                .ToImmutableDictionary(StringComparer.Ordinal),
        }
        .StartAtWallClock(parameters.ReadWallClock(StartDate)!.Value, request.Athlete)
        .WithSport(SportParameters.ReadSport(parameters, OldType)!, request.Athlete);
    }

    /// <summary>Seconds.</summary>
    private static int? ReadElapsedTime(RequestParameters parameters)
    {
        if (int.TryParse(parameters["elapsed_time"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return seconds;
        }

        return null;
    }

    /// <summary>Meters.</summary>
    private static double? ReadDistance(RequestParameters parameters)
    {
        if (double.TryParse(parameters["distance"], NumberStyles.Float, CultureInfo.InvariantCulture, out var meters)
            && double.IsFinite(meters) && meters >= 0)
        {
            return meters;
        }

        return null;
    }
}
