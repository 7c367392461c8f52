using StravaTools.Sync.Core;
using StravaTools.Sync.Model;
using StravaTools.Sync.Tests.Worlds;

namespace StravaTools.Sync.Tests.Machines;

/// <summary>Plays a story in a virtual world, and judges after each step and at the end.</summary>
internal sealed class StoryPlayer
{
    private const int CleanRuns = 3;

    private static readonly DateTimeOffset FirstStart = new(2026, 5, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly VirtualFault[] Faults =
    [
        new(RequestFailure.Lost, HasEffect: true), new(RequestFailure.Lost, HasEffect: false),
        new(RequestFailure.NotSent, HasEffect: false), new(RequestFailure.Limited, HasEffect: false),
        new(RequestFailure.LoginNeeded, HasEffect: false),
    ];

    private readonly VirtualWorld _world;
    private readonly YearJudge _judge;
    private readonly Dictionary<int, StoryStep> _faults = [];
    private StoryStep? _deletion;
    private TimeSpan _lag;
    private int _requests;
    private int _copies;

    /// <param name="disk">The disk of the ledger.</param>
    /// <param name="rules">The rules of each run.</param>
    /// <param name="hidesLists">Whether Strava's lists show nothing.</param>
    public StoryPlayer(VirtualDisk disk, SyncRules rules, bool hidesLists)
    {
        var starts = Enumerable.Range(0, Story.Files).ToDictionary(KeyOf, StartOf);
        var strava = new VirtualStrava(starts) { Lag = () => _lag, HidesLists = hidesLists, NextFault = _ => NextFault() };
        _world = new VirtualWorld([], strava) { Disk = disk, Rules = rules };
        _judge = new YearJudge(_world, new HashSet<ContentKey>());
    }

    /// <summary>Plays a story.</summary>
    /// <returns>What went wrong.</returns>
    public IReadOnlyList<string> Play(Story story)
    {
        try
        {
            foreach (var step in story.Steps)
            {
                Play(step);
            }

            EndInPeace();
        }
        catch (InvalidOperationException e)
        {
            return [e.Message];
        }

        return [.. _judge.Violations, .. _world.Violations];
    }

    private void Play(StoryStep step)
    {
        switch (step.Act)
        {
            case StoryAct.Arrive:
                AddFile(step.File, FileOf(step.File));
                break;
            case StoryAct.Copy:
                AddFile(step.File, FileOf(step.File) with { Path = $"/rides/copy {++_copies}.fit" }, isKnown: true);
                break;
            case StoryAct.Rename:
                RenameFile(step.File);
                break;
            case StoryAct.Run or StoryAct.Kill or StoryAct.PowerCut:
                Run(step);
                break;
            case StoryAct.Delete:
                Delete(step.File);
                break;
            case StoryAct.DeleteDuring:
                _deletion = step;
                break;
            case StoryAct.UploadElsewhere:
                UploadElsewhere(step.File);
                break;
            case StoryAct.Fail:
                _faults[step.Number] = step;
                break;
            case StoryAct.ListLate:
                _lag = TimeSpan.FromSeconds(30 * (step.Number % 11));
                break;
            case StoryAct.Wait:
                _world.Now += TimeSpan.FromMinutes(step.Number);
                break;
        }

        _judge.JudgeStep();
    }

    private void Run(StoryStep step)
    {
        var steps = 0;
        _requests = 0;
        _world.Step = _ =>
        {
            steps++;
            if (_deletion is { } deletion && steps == deletion.Number)
            {
                Delete(deletion.File);
            }

            _judge.JudgeStep();
            if (step.Act != StoryAct.Run && steps == step.Number)
            {
                throw new CrashException();
            }
        };
        try
        {
            _world.Run();
            _world.Now += TimeSpan.FromMinutes(20);
        }
        catch (CrashException)
        {
            _world.Crash(isPowerCut: step.Act == StoryAct.PowerCut);
        }

        _deletion = null;
        _faults.Clear();
    }

    private void EndInPeace()
    {
        for (var i = 0; i < CleanRuns; i++)
        {
            Run(new StoryStep(StoryAct.Run, 0, 1));
        }

        _judge.JudgeEnd();
    }

    private void AddFile(int file, ScannedFile scanned, bool isKnown = false)
    {
        if (_world.Files.Exists(other => other.Key == KeyOf(file)) == isKnown)
        {
            _world.Files.Add(scanned);
        }
    }

    private void RenameFile(int file)
    {
        var index = _world.Files.FindIndex(other => other.Key == KeyOf(file));
        if (index >= 0)
        {
            _world.Files[index] = _world.Files[index] with { Path = $"/rides/renamed {++_copies}.fit" };
        }
    }

    private void Delete(int file)
    {
        foreach (var activity in _world.Strava.LiveOf(KeyOf(file)).Where(activity => activity.Prefix is not null).ToList())
        {
            _judge.Delete(activity);
        }
    }

    private void UploadElsewhere(int file)
    {
        // After the user deleted an activity, another one would look as if we had brought it back.
        if (!_world.Strava.Activities.Exists(activity => activity.Key == KeyOf(file)))
        {
            _world.Strava.AddForeign(KeyOf(file), _world.Now);
        }
    }

    private VirtualFault? NextFault() =>
        _faults.TryGetValue(++_requests, out var step) ? Faults[(step.File + step.Number) % Faults.Length] : null;

    private static ScannedFile FileOf(int file) => new($"/rides/{file}.fit", SyncState.Planned)
    {
        Key = KeyOf(file),
        Size = 1000 + file,
        Start = StartOf(file),
        Elapsed = 3600,
        PhotoPath = file == 0 ? "/rides/0.jpg" : null,
    };

    private static ContentKey KeyOf(int file) => new((UInt128)(file + 1) << 80 | 12345);

    private static DateTimeOffset StartOf(int file) => FirstStart.AddDays(file);
}
