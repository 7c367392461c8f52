
namespace StravaTools.Activities.Tests.Validation;

/// <summary>Checking many files on several threads has the same results as checking them one by one.</summary>
public sealed class ValidateManyTests : IDisposable
{
    private static readonly BatchValidationOptions Options = new() { Threads = 3 };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Results_have_the_order_of_the_paths_and_match_single_checks()
    {
        var paths = Enumerable.Range(0, 300).Select(i => Write($"{i}.gpx", Gpx(i % 7 * 50))).ToArray();

        var answers = await ListAsync(paths, computesSha256: true);

        Assert.Equal(paths, answers.Select(answer => answer.Path));
        foreach (var answer in answers)
        {
            var file = await ActivityFile.ReadAsync(answer.Path, TestContext.Current.CancellationToken);
            var report = ActivityValidator.Validate(file, TestContext.Current.CancellationToken);
            Assert.Equal(report.Findings.Select(finding => finding.ToString()),
                answer.Report!.Findings.Select(finding => finding.ToString()));
            Assert.Equal((report.Path, report.PointCount, report.StartTime),
                (answer.Report.Path, answer.Report.PointCount, answer.Report.StartTime));
            Assert.Equal(file.Sha256, answer.Sha256);
        }
    }

    [Fact]
    public async Task Unreadable_file_has_a_result_and_the_others_are_checked()
    {
        var answers = await ListAsync(
            [Write("a.gpx", Gpx(1)), Path.Combine(_folder.FullName, "absent.gpx"), _folder.FullName, Write("b.gpx", Gpx(2))]);

        Assert.Equal([1, null, null, 2], answers.Select(answer => answer.Report?.PointCount));
        Assert.IsType<FileNotFoundException>(answers[1].Error);
        Assert.IsType<UnauthorizedAccessException>(answers[2].Error);
    }

    [Fact]
    public async Task First_result_is_returned_before_the_last_path_is_requested()
    {
        var path = Write("a.gpx", Gpx(1));
        var taken = 0;
        IEnumerable<string> Endless()
        {
            while (true)
            {
                taken++;
                yield return path;
            }
        }

        await foreach (var answer in ActivityValidator.ValidateManyAsync(Endless(), Options,
            TestContext.Current.CancellationToken))
        {
            Assert.Equal(1, answer.Report!.PointCount);
            break;
        }

        Assert.InRange(taken, 1, 10_000);
    }

    [Fact]
    public async Task Exception_of_the_path_sequence_is_thrown_after_the_earlier_results()
    {
        var path = Write("a.gpx", Gpx(1));
        IEnumerable<string> Failing()
        {
            yield return path;
            throw new InvalidOperationException("no more");
        }

        var answers = new List<CheckedFile>();
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var answer in ActivityValidator.ValidateManyAsync(Failing(), Options,
                TestContext.Current.CancellationToken))
            {
                answers.Add(answer);
            }
        });
        Assert.Single(answers);
    }

    [Fact]
    public async Task Checks_can_be_canceled()
    {
        using var canceled = new CancellationTokenSource();
        var path = Write("a.gpx", Gpx(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ActivityValidator.ValidateManyAsync(Enumerable.Repeat(path, 100_000), Options,
                canceled.Token))
            {
                await canceled.CancelAsync();
            }
        });
    }

    private static async Task<List<CheckedFile>> ListAsync(IEnumerable<string> paths, bool computesSha256 = false)
    {
        var answers = new List<CheckedFile>();
        var options = Options with { ComputesSha256 = computesSha256 };
        await foreach (var answer in ActivityValidator.ValidateManyAsync(paths, options,
            TestContext.Current.CancellationToken))
        {
            answers.Add(answer);
        }

        return answers;
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Gpx(int points)
    {
        var trackPoints = Enumerable.Range(0, points)
            .Select(i => $"<trkpt lat=\"45.9\" lon=\"{6 + (i / 10_000.0)}\"><time>2025-06-14T06:{i / 60:D2}:{i % 60:D2}Z</time></trkpt>");
        return "<gpx version=\"1.1\" creator=\"me\" xmlns=\"http://www.topografix.com/GPX/1/1\"><trk>"
            + $"<trkseg>{string.Concat(trackPoints)}</trkseg></trk></gpx>";
    }
}
