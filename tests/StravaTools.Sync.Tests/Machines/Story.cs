using FsCheck;
using FsCheck.Fluent;

namespace StravaTools.Sync.Tests.Machines;

/// <summary>What happens in a virtual world, one step after the other.</summary>
internal sealed record Story(IReadOnlyList<StoryStep> Steps)
{
    public const int Files = 3;

    private const int MaxSteps = 14;
    private const int MaxNumber = 40;

    private static readonly StoryAct[] Acts =
    [
        .. Enum.GetValues<StoryAct>(), StoryAct.Arrive, StoryAct.Run, StoryAct.Kill, StoryAct.Kill, StoryAct.PowerCut, StoryAct.PowerCut,
    ];

    /// <summary>Any story. A shrunk one has fewer and simpler steps.</summary>
    public static Arbitrary<Story> Any => Arb.From(Generator, Shrink);

    private static Gen<Story> Generator =>
        from first in Gen.Choose(0, Files - 1)
        from count in Gen.Choose(1, MaxSteps)
        from steps in Gen.ArrayOf(Step, count)
        select new Story([new StoryStep(StoryAct.Arrive, first, 1), .. steps]);

    private static Gen<StoryStep> Step =>
        from act in Gen.Elements(Acts)
        from file in Gen.Choose(0, Files - 1)
        from number in Gen.Choose(1, MaxNumber)
        select new StoryStep(act, file, number);

    public override string ToString() => string.Join("; ", Steps);

    private static IEnumerable<Story> Shrink(Story story)
    {
        for (var i = 0; i < story.Steps.Count; i++)
        {
            yield return new Story([.. story.Steps.Take(i), .. story.Steps.Skip(i + 1)]);
        }

        for (var i = 0; i < story.Steps.Count; i++)
        {
            foreach (var simpler in story.Steps[i].Simplify())
            {
                yield return new Story([.. story.Steps.Take(i), simpler, .. story.Steps.Skip(i + 1)]);
            }
        }
    }
}
