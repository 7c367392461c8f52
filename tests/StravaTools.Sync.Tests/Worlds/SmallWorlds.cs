using StravaTools.Sync.Core;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>Walks every combination of crashes, deletions, delays, and faults in worlds of one to three files.</summary>
internal sealed class SmallWorlds(Func<VirtualDisk> createDisk, SyncRules rules, bool hidesLists = false)
{
    private static readonly TimeSpan[] Lags = [TimeSpan.Zero, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(300)];

    private static readonly VirtualFault[] Faults =
    [
        new(RequestFailure.Lost, HasEffect: true), new(RequestFailure.Lost, HasEffect: false),
        new(RequestFailure.NotSent, HasEffect: false), new(RequestFailure.Limited, HasEffect: false),
        new(RequestFailure.LoginNeeded, HasEffect: false),
    ];

    private static readonly VirtualFault[] RefusalsWithEffect =
        [new(RequestFailure.Limited, HasEffect: true), new(RequestFailure.LoginNeeded, HasEffect: true)];

    public int Walked { get; private set; }

    /// <summary>The violations, with the number of worlds that have each.</summary>
    public Dictionary<string, int> Violations { get; } = [];

    /// <summary>Activities that the user deleted while only the intent was known, and that were sent again.</summary>
    public int Residue { get; private set; }

    /// <summary>Crashes at every step, twice, with and without a deletion at every step.</summary>
    public void WalkCrashes(int files, bool withPhoto, int lastStep, int secondStep = 0, int deletionStride = 1)
    {
        foreach (var first in Enumerable.Range(0, lastStep + 1))
        {
            foreach (var second in Enumerable.Range(0, secondStep + 1))
            {
                foreach (var deletion in Enumerable.Range(0, lastStep + 1).Where(step => step % deletionStride == 0))
                {
                    foreach (var lag in Lags)
                    {
                        Walk(new SmallWorldPlan(files, withPhoto, [first, second], IsPowerCut: false, deletion, lag));
                        Walk(new SmallWorldPlan(files, withPhoto, [first, second], IsPowerCut: true, deletion, lag));
                    }
                }
            }
        }
    }

    /// <summary>
    /// A response is lost in every request, and lists show the activity only after the file was sent again. Strava's own check for
    /// duplicates knows it.
    /// </summary>
    public void WalkLateLists(int files, bool withPhoto, int lastRequest, int lastStep)
    {
        var lost = new VirtualFault(RequestFailure.Lost, HasEffect: true);
        foreach (var request in Enumerable.Range(1, lastRequest))
        {
            foreach (var crash in Enumerable.Range(0, lastStep + 1))
            {
                Walk(new SmallWorldPlan(files, withPhoto, [crash], crash % 2 == 0, 0, TimeSpan.FromMinutes(45), request, lost)
                {
                    KnowsDuplicates = true,
                });
            }
        }
    }

    /// <summary>
    /// A request takes effect, but a gateway answers it with 401 or 429. The protocol relies on these having no effect, so Strava's own
    /// check for duplicates has to know the activity.
    /// </summary>
    public void WalkRefusalsWithEffect(int files, int lastRequest, int lastStep)
    {
        foreach (var fault in RefusalsWithEffect)
        {
            foreach (var request in Enumerable.Range(1, lastRequest))
            {
                foreach (var crash in Enumerable.Range(0, lastStep + 1))
                {
                    foreach (var lag in Lags)
                    {
                        Walk(new SmallWorldPlan(files, WithPhoto: false, [crash], crash % 2 == 0, 0, lag, request, fault)
                        {
                            KnowsDuplicates = true,
                        });
                    }
                }
            }
        }
    }

    /// <summary>A fault in every request, with and without a crash and a deletion after it.</summary>
    public void WalkFaults(int files, bool withPhoto, int lastRequest, int lastStep)
    {
        foreach (var fault in Faults)
        {
            foreach (var request in Enumerable.Range(1, lastRequest))
            {
                foreach (var crash in Enumerable.Range(0, lastStep + 1))
                {
                    foreach (var lag in Lags)
                    {
                        Walk(new SmallWorldPlan(files, withPhoto, [crash], crash % 2 == 0, 0, lag, request, fault));
                    }
                }
            }
        }
    }

    private void Walk(SmallWorldPlan plan)
    {
        Walked++;
        var world = plan.CreateWorld(createDisk(), rules, hidesLists);
        var problems = plan.Run(world).Distinct().ToList();
        Residue += world.Strava.Activities.Count(activity => activity.WasUnknownWhenDeleted);
        foreach (var problem in problems)
        {
            Violations[problem] = Violations.GetValueOrDefault(problem) + 1;
            FirstOf.TryAdd(problem, plan);
        }
    }

    /// <summary>The first world of each violation, to debug it.</summary>
    public Dictionary<string, SmallWorldPlan> FirstOf { get; } = [];
}
