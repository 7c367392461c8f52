using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StravaTools.Sync.Core;
using StravaTools.Sync.Tests.Worlds;

namespace StravaTools.Sync.Tests.Machines;

/// <summary>
/// Random stories of a folder, its user, and failures. A violation is shrunk to the shortest story that still has it. The environment
/// variable SYNC_STORIES sets the number of stories.
/// </summary>
public class StoryTests(ITestOutputHelper output)
{
    private const string DefaultStories = "1500";
    private const ulong Seed = 20261126;

    /// <summary>Each run of a wrong protocol has these. What follows from them is a story.</summary>
    private static readonly string[] Symptoms = ["without an intent", "contradictions in the ledger"];

    private static readonly SyncRules OneLook = new() { Looks = 1, LookPause = TimeSpan.Zero, LostGrace = TimeSpan.Zero };

    [Fact]
    [TimeLimit(1800)]
    public void Protocol_has_no_violation_in_any_story()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SYNC_STORIES") ?? DefaultStories, CultureInfo.InvariantCulture);
        Assert.Null(FindViolation(() => new StoryPlayer(new VirtualDisk(), new SyncRules(), hidesLists: false), count, _ => true));
    }

    [Fact]
    public void Writing_down_only_what_succeeded_is_found() =>
        AssertFound(() => new StoryPlayer(new VirtualDisk { DropsIntents = true }, new SyncRules(), hidesLists: false));

    [Fact]
    public void Intent_that_is_not_synced_without_search_is_found() => AssertFound(
        () => new StoryPlayer(new VirtualDisk { DoesNotSyncIntents = true }, OneLook with { CanList = false }, hidesLists: true));

    [Fact]
    public void Searching_only_once_is_found() => AssertFound(() => new StoryPlayer(new VirtualDisk(), OneLook, hidesLists: false));

    [Fact]
    public void Intent_that_is_not_synced_is_found() =>
        AssertFound(() => new StoryPlayer(new VirtualDisk { DoesNotSyncIntents = true }, new SyncRules(), hidesLists: false));

    /// <summary>The shortest story is that a file arrives, a run fails, and at most two more things happen.</summary>
    private void AssertFound(Func<StoryPlayer> create)
    {
        var story = FindViolation(create, stories: 3000, problem => !Symptoms.Any(problem.Contains));
        Assert.NotNull(story);
        Assert.InRange(story.Steps.Count, 2, 4);
    }

    /// <returns>The shortest story with a violation that counts; null without a violation.</returns>
    private Story? FindViolation(Func<StoryPlayer> create, int stories, Func<string, bool> counts)
    {
        Story? shortest = null;
        var problems = "";
        var config = Config.Quick.WithMaxTest(stories).WithReplay(Seed, Seed | 1).WithQuietOnSuccess(true);
        Prop.ForAll(Story.Any, story =>
        {
            var found = create().Play(story).Where(counts).Distinct().ToList();
            if (found.Count > 0)
            {
                // Shrinking continues with each story that still fails, so the last one is the shortest.
                (shortest, problems) = (story, string.Join(", ", found));
            }

            return found.Count == 0;
        }).Check(config);
        output.WriteLine(shortest is null ? $"{stories} stories, no violation." : $"{problems}: {shortest}");
        return shortest;
    }
}
