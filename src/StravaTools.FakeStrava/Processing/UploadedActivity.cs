using StravaTools.Activities.Model;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.Processing;

/// <summary>Makes an activity of a recording (strava-activities.md, "Detailed representation attributes").</summary>
internal static class UploadedActivity
{
    private const string DefaultSport = "Workout";

    public static DetailedActivity FromRecording(
        Activity recorded, UploadParameters parameters, FakeAthlete athlete, FakeStravaOptions options)
    {
        var recording = recorded.WithElevation(options.ElevationAt);
        var sport = parameters.SportType ?? recording.SportType?.Name ?? DefaultSport;

        // In this order: sensors need the moving time, and what depends on the sport needs route, distance, times, and laps.
        var activity = Describe(recording, parameters, athlete)
            .StartAt(RecordedTimes.FindStart(recording)!.Value, athlete)
            .WithRoute(recording.Streams, parameters)
            .WithMotion(recording)
            .WithSensors(recording, athlete)
            .WithLaps(recording)
            .WithSport(sport, athlete);
        return activity with
        {
            Name = parameters.Name ?? ActivityClock.NameFor(activity.StartDateLocal, sport, FindPlace(activity, options.Places)),
            SegmentEfforts = [.. SegmentEffortFinder.FindEfforts(activity, recording, options.Segments)],
        };
    }

    private static DetailedActivity Describe(Activity recording, UploadParameters parameters, FakeAthlete athlete) => new()
    {
        Athlete = new MetaAthlete(athlete.Id),
        Description = parameters.Description,
        Commute = parameters.Commute,
        Private = athlete.ActivitiesArePrivate,
        DeviceName = KnownDevices.NameOf(recording.Creator),
        CustomFields = recording.CustomFields,
        Recording = recording,
    };

    private static string? FindPlace(DetailedActivity activity, IReadOnlyList<FakePlace> places)
    {
        if (activity.StartLatlng is [var latitude, var longitude])
        {
            return places.FirstOrDefault(place => place.Contains(latitude, longitude))?.Name;
        }

        return null;
    }
}
