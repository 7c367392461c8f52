using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>An activity with the members of Strava's JSON, and with its streams.</summary>
[JsonConverter(typeof(ActivityJsonConverter))]
internal sealed record ActivityJson(DetailedActivity Activity)
{
    /// <summary>Computes what a short JSON leaves out.</summary>
    /// <exception cref="StateException">The athlete does not exist.</exception>
    public DetailedActivity Complete(FakeStravaOptions options)
    {
        var id = Activity.Athlete.Id == 0 ? options.Athletes[0].Id : Activity.Athlete.Id;
        var athlete = options.FindAthlete(id)
            ?? throw new StateException(FormattableString.Invariant($"The athlete {id} does not exist."), "/activities");
        var activity = Activity with { Athlete = new MetaAthlete(id) };
        if (activity.Timezone.Length > 0)
        {
            return activity;
        }

        return FillIn(activity, athlete, options.TimeProvider.GetUtcNow());
    }

    private static DetailedActivity FillIn(DetailedActivity activity, FakeAthlete athlete, DateTimeOffset now)
    {
        activity = AddTime(activity, athlete, now);
        var moving = activity.MovingTime == 0 ? activity.ElapsedTime : activity.MovingTime;
        return activity with
        {
            Name = activity.Name.Length == 0 ? ActivityClock.NameFor(activity.StartDateLocal, activity.SportType) : activity.Name,
            MovingTime = moving,
            AverageSpeed = moving == 0 ? 0 : Math.Round(activity.Distance / moving, 3),
        };
    }

    private static DetailedActivity AddTime(DetailedActivity activity, FakeAthlete athlete, DateTimeOffset now)
    {
        if (activity.StartDate != default)
        {
            return activity.StartAt(new DateTimeOffset(DateTime.SpecifyKind(activity.StartDate, DateTimeKind.Utc)), athlete);
        }

        if (activity.StartDateLocal != default)
        {
            return activity.StartAtWallClock(DateTime.SpecifyKind(activity.StartDateLocal, DateTimeKind.Unspecified), athlete);
        }

        return activity.StartAt(now.ToUniversalTime(), athlete);
    }
}
