using FsCheck;
using StravaTools.Activities.Tests.Formats.Xml;

namespace StravaTools.Activities.Tests.Writing;

/// <summary>
/// How many cases a property is checked with, and the seed, which is in the output of the test. The environment variables STRAVATOOLS_ROUNDS
/// and STRAVATOOLS_SEED change them.
/// </summary>
internal static class PropertyRun
{
    public static Config Start(int rounds)
    {
        var seed = (ulong)XmlMutations.Setting("STRAVATOOLS_SEED", 20251126);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        return Config.QuickThrowOnFailure.WithMaxTest(XmlMutations.Setting("STRAVATOOLS_ROUNDS", rounds)).WithReplay(seed, seed | 1);
    }
}
