using System.Text.RegularExpressions;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>The form of Keep a Changelog. A careless merge can repeat sections.</summary>
public sealed partial class ChangelogTests
{
    private static readonly string[] Kinds = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"];

    [Fact]
    public void Every_version_has_each_section_at_most_once_in_order()
    {
        var versions = File.ReadAllText(Repository.PathOf("CHANGELOG.md")).ReplaceLineEndings("\n").Split("\n## ").Skip(1).ToArray();
        Assert.StartsWith("[Unreleased]\n", versions[0], StringComparison.Ordinal);
        Assert.All(versions, version => Assert.Matches(Heading(), version.Split('\n')[0]));
        Assert.All(versions, version => Assert.Equal(Kinds.Where(kind => version.Contains($"\n### {kind}\n", StringComparison.Ordinal)),
            version.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..])));
    }

    [GeneratedRegex(@"^\[(Unreleased|\d+\.\d+\.\d+)\]( - \d{4}-\d\d-\d\d)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
