using System.Globalization;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Tests.Validation;

/// <summary>
/// Writes the verdict of every corpus file, without texts, to the file that VERDICTS names. Run it before and after a change that must not
/// alter verdicts, and compare the two files.
/// </summary>
public sealed class CorpusVerdictsTests
{
    private static readonly ValidationOptions Options = new() { Now = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Verdicts_are_written_to_a_file()
    {
        Corpus.Require();
        var path = Environment.GetEnvironmentVariable("VERDICTS");
        Assert.SkipWhen(string.IsNullOrEmpty(path), "VERDICTS names no file.");
        var files = Directory.EnumerateFiles(Corpus.Root!, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

        File.WriteAllLines(path!, files.SelectMany(DescribeFile));

        Assert.NotEmpty(File.ReadLines(path!));
    }

    private static IEnumerable<string> DescribeFile(string path)
    {
        var file = ActivityFile.FromBytes(Path.GetFileName(path), File.ReadAllBytes(path));
        var report = ActivityValidator.Validate(file, Options, TestContext.Current.CancellationToken);
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetRelativePath(Corpus.Root!, path)}\t{report.Format}\t{report.DataType}\t{report.IsValid}"
                + $"\t{report.SportType}\t{report.StartTime:O}\t{report.ElapsedTime}\t{report.Distance:R}\t{report.PointCount}");
        foreach (var finding in report.Findings)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"\t{finding.RuleId}\t{finding.Severity}\t{finding.Count}\t{finding.Line}\t{finding.Column}\t{finding.Offset}");
        }
    }
}
