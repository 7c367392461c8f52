using System.Globalization;
using StravaTools.Sync.Budget;
using StravaTools.Sync.Core;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Tests.Worlds;

/// <summary>
/// What a first run of a large folder costs with the limits of a new application (field-notes.md, 3.4), on a virtual clock. 2 of 100 files
/// are on Strava from another program, 1 of 200 is rejected, and processing takes 2 seconds on average.
/// </summary>
public class EconomicsTests(ITestOutputHelper output)
{
    private const double MaxRequestsPerFile = 1.05;
    private const double MaxTimeRatio = 1.1;
    private const int Overlap = 4;
    private const int BatchSize = 199;

    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(0.5);

    [Theory]
    [InlineData(1_000, "00:00")]
    [InlineData(1_000, "18:07")]
    [InlineData(10_000, "00:00")]
    [InlineData(10_000, "18:07")]
    public void First_run_needs_few_requests_and_little_more_time_than_the_limits_require(int count, string startTime)
    {
        var start = DateTimeOffset.Parse("2026-06-01T" + startTime + "Z", CultureInfo.InvariantCulture);
        var files = Enumerable.Range(0, count).Select(CreateFile).ToList();
        var world = CreateWorld(files, start);
        var before = Environment.CpuUsage.TotalTime;
        world.Run();
        var cpu = Environment.CpuUsage.TotalTime - before;
        var (strava, hours, best) = (world.Strava, (world.Now - start).TotalHours, FindBestTime(count, start).TotalHours);
        var perFile = (double)strava.Requests / count;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} files from {startTime}: {strava.Posts} uploads, {strava.Lists} lists, {strava.Polls} polls, "
            + $"{strava.Refused} refused; "
            + $"{perFile:F3} requests a file, {hours:F2} h; best {best:F2} h; ratio {hours / best:F3}; {cpu.TotalSeconds:F2} s of CPU"));

        Assert.Equal(SyncEnd.Done, world.LastEnd!.End);
        Assert.All(world.Ledger.Items.Values, item => Assert.True(item.State.IsSettled() || item.State == SyncState.Refused, $"{item}"));
        Assert.Equal(0, strava.Refused);
        Assert.InRange(perFile, 0, MaxRequestsPerFile);
        Assert.InRange(hours / best, 0, MaxTimeRatio);
    }

    private static VirtualWorld CreateWorld(List<ScannedFile> files, DateTimeOffset start)
    {
        var random = new Random(files.Count);
        var rejected = files.Where(_ => random.NextDouble() < 0.005).Select(file => file.Key).ToHashSet();
        var strava = new VirtualStrava(files.ToDictionary(file => file.Key, file => file.Start!.Value))
        {
            Book = new RequestBook { At = start },
            Processing = () => RandomTimes.Processing(random, meanSeconds: 2),
            Rejects = rejected.Contains,
        };
        foreach (var file in files.Where(_ => random.NextDouble() < 0.02))
        {
            strava.AddForeign(file.Key, start);
        }

        return new VirtualWorld(files, strava)
        {
            Now = start,
            Book = new RequestBook { At = start },
            Reserve = 10,
            Rules = new SyncRules { LooksUpFirst = true },
            Duration = () => RequestTime,
        };
    }

    /// <summary>The time for an upload of each file and a list for each full page, with every request of each window used.</summary>
    private static TimeSpan FindBestTime(int count, DateTimeOffset start)
    {
        var (book, now) = (new RequestBook { At = start }, start);
        for (var left = count + ((count + BatchSize - 1) / BatchSize); left > 0; left--)
        {
            // An upload leaves one request for its list: here, it does not.
            book = book.MoveTo(now);
            if (book.OpensAt(RequestKind.Write, reserve: -1) is { } opens)
            {
                now = opens;
                book = book.MoveTo(now);
            }

            book = book.TakeRequest(RequestKind.Write);
            now += RequestTime / Overlap;
        }

        return now - start;
    }

    private static ScannedFile CreateFile(int index) => new($"/rides/{index}.fit", SyncState.Planned)
    {
        Key = new ContentKey((UInt128)(index + 1) << 80 | 12345),
        Size = 1000,
        Start = new DateTimeOffset(2010, 1, 1, 6, 0, 0, TimeSpan.Zero).AddHours(index * 14),
        Elapsed = 3600,
    };
}
