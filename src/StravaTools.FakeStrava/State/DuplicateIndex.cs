using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// Detects uploads of the same activity. Strava does not document its rule; ours is the same athlete, and either the same content or the
/// same start and elapsed time, regardless of sport and format.
/// </summary>
internal sealed class DuplicateIndex
{
    private Dictionary<(long Athlete, string Sha256), long> _byContent = [];
    private Dictionary<(long Athlete, DateTime Start, int Elapsed), long> _byTime = [];

    public DuplicateIndex CopyIndex() => new() { _byContent = new(_byContent), _byTime = new(_byTime) };

    /// <summary>The existing activity that the file would create again; null if it is new.</summary>
    public long? FindDuplicate(FakeUpload upload, ProcessedFile file)
    {
        if (_byContent.TryGetValue((upload.AthleteId, upload.Sha256), out var original))
        {
            return original;
        }

        foreach (var activity in file.Activities)
        {
            if (_byTime.TryGetValue(TimeKey(activity), out original))
            {
                return original;
            }
        }

        return null;
    }

    public void AddUpload(FakeUpload upload, IReadOnlyList<DetailedActivity> activities)
    {
        _byContent[(upload.AthleteId, upload.Sha256)] = activities[0].Id;
        foreach (var activity in activities)
        {
            _byTime[TimeKey(activity)] = activity.Id;
        }
    }

    /// <summary>Forgets an activity: after its deletion it can be uploaded again.</summary>
    public void RemoveActivity(long activityId)
    {
        RemoveFrom(_byContent, activityId);
        RemoveFrom(_byTime, activityId);
    }

    private static (long Athlete, DateTime Start, int Elapsed) TimeKey(DetailedActivity activity) =>
        (activity.Athlete.Id, activity.StartDate, activity.ElapsedTime);

    private static void RemoveFrom<TKey>(Dictionary<TKey, long> index, long activityId)
        where TKey : notnull
    {
        foreach (var key in index.Where(entry => entry.Value == activityId).Select(entry => entry.Key).ToList())
        {
            index.Remove(key);
        }
    }
}
