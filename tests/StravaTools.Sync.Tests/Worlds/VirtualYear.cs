using StravaTools.Client;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>
/// A year of a folder: 200 files arrive one by one, are renamed and copied, and a job runs until they are settled. Runs crash, power fails,
/// the server and the network fail, and the user deletes activities. The seed decides everything.
/// </summary>
internal sealed class VirtualYear
{
    private const int FileCount = 200;
    private const int MaxRuns = 3000;
    private const double Year = 365;

    /// <summary>After the last fault, everything must be settled in this time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private static readonly DateTimeOffset NewYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly YearFaults _faults;
    private readonly Queue<(DateTimeOffset Arrival, ScannedFile File)> _arrivals;
    private readonly VirtualWorld _world;
    private readonly YearJudge _judge;
    private readonly SyncRules _rules;
    private int _stepInRun;

    /// <param name="seed">Decides everything.</param>
    /// <param name="rules">The rules of each run, apart from its deadline and its first search; null for the default ones.</param>
    public VirtualYear(int seed, SyncRules? rules = null)
    {
        _rules = rules ?? new SyncRules();
        _random = new Random(seed);
        _faults = new YearFaults(_random);
        var all = Enumerable.Range(0, FileCount).Select(CreateFile).OrderBy(file => file.Arrival).ToList();
        _arrivals = new(all);
        var rejected = all.Where(_ => _faults.Happens(0.02)).Select(file => file.File.Key).ToHashSet();
        var strava = new VirtualStrava(all.ToDictionary(file => file.File.Key, file => file.File.Start ?? file.Arrival))
        {
            Book = new RequestBook { At = NewYear },
            Processing = () => RandomTimes.Processing(_random, meanSeconds: 4),
            Lag = () => _faults.Happens(0.1) ? TimeSpan.FromSeconds(_random.Next(400)) : TimeSpan.Zero,
            Rejects = rejected.Contains,
            NextFault = _ => _faults.NextFault(),
        };
        _world = new VirtualWorld([], strava)
        {
            Now = NewYear,
            Book = new RequestBook { At = NewYear },
            Reserve = 10,
            Scheduler = _random,
            Duration = () => TimeSpan.FromSeconds(0.1 + (_random.NextDouble() * 3)),
            Step = _ => EndStep(),
        };
        _judge = new YearJudge(_world, rejected);
    }

    public int Runs { get; private set; }

    public int Crashes { get; private set; }

    public int Deletions => _judge.Deletions;

    public int Requests => _world.Strava.Requests;

    /// <summary>Runs the year.</summary>
    /// <returns>What went wrong.</returns>
    public IReadOnlyList<string> Run()
    {
        while (_world.Now < NewYear.AddDays(Year) && Runs < MaxRuns && _judge.Violations.Count == 0)
        {
            AddArrivals();
            ChangeFolder();
            RunOnce();
            Wait();
        }

        EndInPeace();
        return [.. _judge.Violations, .. _world.Violations];
    }

    private void EndInPeace()
    {
        _faults.IsOn = false;
        var end = _world.Now + Patience;
        do
        {
            AddArrivals();
            RunOnce();
            _world.Now += TimeSpan.FromHours(1);
        }
        while (_world.Now < end && !_judge.IsSettled);

        _judge.JudgeEnd();
    }

    private void AddArrivals()
    {
        while (_arrivals.TryPeek(out var next) && next.Arrival <= _world.Now)
        {
            _world.Files.Add(_arrivals.Dequeue().File);
            if (_faults.Happens(0.04))
            {
                // The watch's own app was faster.
                _world.Strava.AddForeign(next.File.Key, _world.Now);
            }
        }
    }

    /// <summary>The user renames and copies files.</summary>
    private void ChangeFolder()
    {
        if (_world.Files.Count == 0 || !_faults.Happens(0.1))
        {
            return;
        }

        var index = _random.Next(_world.Files.Count);
        var other = _world.Files[index] with { Path = $"/rides/changed/{_random.Next()}.fit" };
        if (_faults.Happens(0.5))
        {
            _world.Files[index] = other;
        }
        else
        {
            _world.Files.Add(other);
        }
    }

    private void RunOnce()
    {
        Runs++;
        _stepInRun = 0;
        _faults.BeginRun();
        if (_faults.IsUsedUp)
        {
            var book = _world.Strava.Book!.MoveTo(_world.Now);
            _world.Strava.Book = book with { Quarter = book.Quarter.AddRequests(StravaClient.MaxPageSize) };
        }

        _world.Rules = _rules with
        {
            Deadline = _faults.Happens(0.7) ? _world.Now.AddMinutes(55) : null,
            LooksUpFirst = !_world.Ledger.Items.Values.Any(item => item.State.IsSettled()),
        };
        try
        {
            _world.Run();
        }
        catch (CrashException)
        {
            Crashes++;
            _world.Crash(isPowerCut: _faults.Happens(0.5));
        }
    }

    /// <summary>The job runs each hour. Runs that would have no work are left out.</summary>
    private void Wait()
    {
        if (_faults.Happens(0.05))
        {
            _judge.DeleteOne(_random);
        }

        var next = _world.Now.AddMinutes(_random.Next(1, 60));
        if (_judge.IsSettled && _arrivals.TryPeek(out var arrival) && arrival.Arrival > next)
        {
            next = arrival.Arrival.AddMinutes(_random.Next(60));
        }

        _world.Now = _judge.IsSettled && _arrivals.Count == 0 ? NewYear.AddDays(Year) : next;
    }

    private void EndStep()
    {
        _judge.JudgeStep();
        _stepInRun++;
        if (_faults.IsOn && _faults.Happens(0.002))
        {
            _judge.DeleteOne(_random);
        }

        if (_stepInRun == _faults.StopStep)
        {
            _world.Stop();
        }

        if (_stepInRun == _faults.CrashStep)
        {
            throw new CrashException();
        }
    }

    private (DateTimeOffset Arrival, ScannedFile File) CreateFile(int index)
    {
        var start = NewYear.AddDays(_random.NextDouble() * (Year - 8));

        // Some devices are connected only once a week, so several files arrive together.
        var arrival = _faults.Happens(0.5) ? start.AddHours(2) : NewYear.AddDays(7 * Math.Ceiling((start - NewYear).TotalDays / 7));
        return (arrival, new ScannedFile($"/rides/{index}.fit", SyncState.Planned)
        {
            Key = new ContentKey((UInt128)(index + 1) << 80 | 12345),
            Size = 1000 + index,
            Start = _faults.Happens(0.02) ? null : start,
            Elapsed = 3600,
            PhotoPath = _faults.Happens(0.2) ? $"/rides/{index}.jpg" : null,
        });
    }
}
