using System.Text.RegularExpressions;
using StravaTools.Analyzers.Tests.Harness;

namespace StravaTools.Analyzers.Tests.House;

/// <summary>Each test that tests/Conformance/faults.md names exists.</summary>
public sealed partial class FaultsPageTests
{
    [Fact]
    public void Named_tests_exist()
    {
        var tests = HouseFile.ReadTests().Where(file => file.Path.EndsWith("Tests.cs", StringComparison.Ordinal)).ToLookup(
            file => Path.GetFileNameWithoutExtension(file.Path), file => file.Text, StringComparer.Ordinal);
        var names = TestName().Matches(File.ReadAllText(Repository.PathOf("tests/Conformance/faults.md")));

        Assert.True(names.Count > 80, "The tables were not found.");
        Assert.DoesNotContain(names, name => !Exists(name.Groups["file"].Value, name.Groups["test"].Value));

        bool Exists(string file, string test) => file.Contains('-', StringComparison.Ordinal) || file == "Module"
            ? File.ReadAllText(Repository.PathOf($"tests/Module/{file}.Tests.ps1")).Contains($"It '{test}'", StringComparison.Ordinal)
            : tests[file].Any(text => text.Contains($" {test}(", StringComparison.Ordinal));
    }

    /// <summary>`Class.Method`, or `Cmdlet: name of the test`.</summary>
    [GeneratedRegex("`(?<file>[A-Za-z-]+)(\\.|: )(?<test>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
