using FsCheck;
using FsCheck.Fluent;

namespace StravaTools.Sync.Tests.Ledger;

/// <summary>
/// Random stories of a ledger file: appends, full disks, crashes that cut off what was not synced, and damage. Compared with a list of
/// facts: nothing that was synced is lost, and nothing is invented.
/// </summary>
public class LedgerStoryTests
{
    private const ulong Seed = 20261126;
    private const int Facts = 120;

    [Fact]
    public void Synced_facts_survive_and_none_is_invented() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Choose(0, 9_999), 12), Shrink), Arb.From(Gen.Choose(1, 1000)), Play)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(Seed, Seed | 1));

    private static IEnumerable<int[]> Shrink(int[] steps) =>
        Enumerable.Range(0, steps.Length).Select(i => (int[])[.. steps.Take(i), .. steps.Skip(i + 1)]);

    /// <summary>The last digit of a step selects what happens, and the others how much.</summary>
    private static void Play(int[] steps, int seed)
    {
        using var player = new LedgerStory(RandomFacts.Create(seed, Facts));
        foreach (var step in steps)
        {
            player.Play(step % 10, step / 10);
            player.AssertConsistent();
        }
    }
}
