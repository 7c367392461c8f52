namespace StravaTools.FakeStrava.State;

/// <summary>What every state must meet: unique IDs, and references to what exists.</summary>
internal static class WorldChecks
{
    /// <exception cref="StateException">The content is not valid.</exception>
    public static void CheckContent(WorldContent content)
    {
        var options = content.Options;
        Require(options.Athletes.Count > 0, "The fake needs an athlete.", "/athletes");
        Require(options.Applications.Count > 0, "The fake needs an application.", "/applications");
        CheckUnique(options.Athletes.Select(athlete => athlete.Id), "/athletes");
        CheckUnique(options.Applications.Select(application => application.ClientId), "/applications");
        CheckUnique(options.Clubs.Select(club => club.Id), "/clubs");
        CheckUnique(options.Segments.Select(segment => segment.Id), "/segments");
        CheckUnique(options.Routes.Select(route => route.Id), "/routes");
        CheckUnique(content.Uploads.Select(upload => upload.Id), "/uploads");
        CheckUnique(content.Activities.Select(activity => activity.Id).Where(id => id != 0), "/activities");
        CheckUnique(content.Photos.Select(photo => photo.UniqueId), "/photos");
        CheckOwners(content);
    }

    private static void CheckOwners(WorldContent content)
    {
        var options = content.Options;
        var athletes = options.Athletes.Select(athlete => athlete.Id).ToHashSet();
        var owners = options.Applications.Select(application => application.AthleteId).OfType<long>();
        CheckExists(owners, athletes, "/applications");
        CheckExists(options.Routes.Select(route => route.AthleteId).OfType<long>(), athletes, "/routes");
        CheckExists(content.Uploads.Select(upload => upload.AthleteId), athletes, "/uploads");
        CheckExists(content.Activities.Select(activity => activity.Athlete.Id), athletes, "/activities");
    }

    private static void CheckExists(IEnumerable<long> references, HashSet<long> athletes, string pointer)
    {
        foreach (var id in references)
        {
            Require(athletes.Contains(id), FormattableString.Invariant($"The athlete {id} does not exist."), pointer);
        }
    }

    private static void CheckUnique<T>(IEnumerable<T> ids, string pointer)
    {
        var seen = new HashSet<T>();
        foreach (var id in ids)
        {
            Require(seen.Add(id), FormattableString.Invariant($"The ID {id} occurs twice."), pointer);
        }
    }

    private static void Require(bool condition, string message, string pointer)
    {
        if (!condition)
        {
            throw new StateException(message, pointer);
        }
    }
}
