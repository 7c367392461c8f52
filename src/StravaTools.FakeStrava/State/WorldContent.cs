using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.Processing;
using StravaTools.FakeStrava.Representations;

namespace StravaTools.FakeStrava.State;

/// <summary>What the state consists of, without what is computed from it: indexes, ranks, and counters.</summary>
internal sealed record WorldContent
{
    /// <summary>With the athletes, applications, clubs, and segments.</summary>
    public required FakeStravaOptions Options { get; init; }

    public IReadOnlyList<Grant> Grants { get; init; } = [];

    public IReadOnlyList<FakeUpload> Uploads { get; init; } = [];

    /// <summary>The results of uploads in processing, by the upload.</summary>
    public IReadOnlyDictionary<long, ProcessedFile> Pending { get; init; } = new Dictionary<long, ProcessedFile>();

    /// <summary>The uploads whose processing a test completes or fails.</summary>
    public IReadOnlySet<long> Held { get; init; } = new HashSet<long>();

    /// <summary>An activity with the ID 0 gets the next ID.</summary>
    public IReadOnlyList<DetailedActivity> Activities { get; init; } = [];

    public IReadOnlyList<FakePhoto> Photos { get; init; } = [];

    /// <summary>Without tokens, uploads, activities, and memberships of athletes and applications that do not exist.</summary>
    public WorldContent WithoutOrphans()
    {
        var athletes = Options.Athletes.Select(athlete => athlete.Id).ToHashSet();
        var applications = Options.Applications.Select(application => application.ClientId).ToHashSet();
        return this with
        {
            Options = Options with
            {
                Routes = [.. Options.Routes.Where(route => route.AthleteId is not { } owner || athletes.Contains(owner))],
                Clubs = [.. Options.Clubs.Select(club => club with { Members = [.. club.Members.Where(athletes.Contains)] })],
            },
            Grants = [.. Grants.Where(
                grant => athletes.Contains(grant.Athlete.Id) && applications.Contains(grant.Application.ClientId))],
            Uploads = [.. Uploads.Where(upload => athletes.Contains(upload.AthleteId))],
            Activities = [.. Activities.Where(activity => athletes.Contains(activity.Athlete.Id))],
        };
    }
}
