using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace StravaTools.Packages.Tests;

/// <summary>
/// The workflows cannot run here, but what they name must exist: files and folders of this repository, other jobs, programs, cmdlets with
/// their parameters, inputs, and the outputs of steps.
/// </summary>
public sealed partial class WorkflowTests
{
    /// <summary>Programs that every runner has, and the cmdlets that are not ours.</summary>
    private static readonly string[] KnownCommands =
        ["#", "bash", "dotnet", "exit", "gh", "Install-PSResource", "Publish-PSResource", "$reports"];

    /// <summary>Folders that a job makes or downloads.</summary>
    private static readonly string[] MadeFolders = ["packages", "another/folder/packages"];

    public static TheoryData<string> Files =>
    [
        .. Directory.GetFiles(ProjectData.PathOf(".github"), "*.yml", SearchOption.AllDirectories)
            .Where(path => !path.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(ProjectData.PathOf(), path).Replace('\\', '/')),
    ];

    [Fact]
    public void There_are_workflows_for_CI_and_releases_and_an_action() => Assert.Equal(
        [".github/actions/check-activities/action.yml", ".github/workflows/ci.yml", ".github/workflows/release.yml"],
        Files.Select(row => row.Data).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_used_action_is_in_this_repository_or_has_a_version(string file) =>
        Assert.All(ValuesOf(file, "uses"), used =>
        {
            if (used.StartsWith("./", StringComparison.Ordinal))
            {
                Assert.True(Path.Exists(ProjectData.PathOf(used)), used);
            }
            else
            {
                Assert.Matches("^(actions|github|NuGet)/[a-z/-]+@v[0-9]+$", used);
            }
        });

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_path_exists(string file)
    {
        var texts = ValuesOf(file, "run").Concat(ValuesOf(file, "global-json-file"));
        var paths = texts.SelectMany(text => PathWord().Matches(text).Select(match => match.Value.Trim('"')))
            .Select(path => path.Replace("another/folder/", "", StringComparison.Ordinal))
            .Where(path => !MadeFolders.Contains(path) && !path.StartsWith("packages/", StringComparison.Ordinal));
        Assert.All(paths, path => Assert.True(Path.Exists(ProjectData.PathOf(path)), $"{file} names {path}, which does not exist."));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_command_exists(string file)
    {
        var manifest = File.ReadAllText(ProjectData.PathOf("StravaTools.psd1"));
        Assert.All(ValuesOf(file, "run").SelectMany(run => run.Split('\n', StringSplitOptions.RemoveEmptyEntries)), line =>
            Assert.Contains(line.Split(' ')[0], KnownCommands));
        Assert.All(
            ValuesOf(file, "run").SelectMany(run => OurCmdlet().Matches(run)),
            call =>
            {
                var cmdlet = call.Groups["name"].Value;
                Assert.Contains($"'{cmdlet}'", manifest, StringComparison.Ordinal);
                var page = File.ReadAllText(ProjectData.PathOf("module", "docs", cmdlet + ".md"));
                Assert.All(
                    call.Groups["parameter"].Captures,
                    parameter => Assert.Contains("### -" + parameter.Value, page, StringComparison.Ordinal));
            });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_needed_job_used_input_and_step_exists(string file)
    {
        var root = Parse(file);
        Assert.All(ValuesOf(file, "needs"), job => Assert.True(((YamlMappingNode)root["jobs"]).Children.ContainsKey(job), job));
        var text = File.ReadAllText(ProjectData.PathOf(file));
        Assert.All(
            Expression().Matches(text).Where(match => match.Groups["kind"].Value == "inputs"),
            input => Assert.True(((YamlMappingNode)root["inputs"]).Children.ContainsKey(input.Groups["name"].Value), input.Value));
        Assert.All(
            Expression().Matches(text).Where(match => match.Groups["kind"].Value == "steps"),
            step => Assert.Contains(step.Groups["name"].Value, ValuesOf(file, "id")));
    }

    [Fact]
    public void CI_runs_the_test_command_of_README()
    {
        Assert.Contains("bash .ci/run", ValuesOf(".github/workflows/ci.yml", "run"));
        const string Command = "dotnet test StravaTools.sln";
        Assert.Contains($"`{Command}`", File.ReadAllText(ProjectData.PathOf("README.md")), StringComparison.Ordinal);
        Assert.Single(File.ReadLines(ProjectData.PathOf(".ci", "run")), line => line.StartsWith(Command + " | ", StringComparison.Ordinal));
    }

    /// <summary>The script of the action, for a test that runs it.</summary>
    internal static string ActionScript() =>
        ValuesOf(".github/actions/check-activities/action.yml", "run")
            .Single(run => run.Contains("Test-ActivityFile", StringComparison.Ordinal));

    private static YamlMappingNode Parse(string file)
    {
        var yaml = new YamlStream();
        using var reader = File.OpenText(ProjectData.PathOf(file));
        yaml.Load(reader);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static List<string> ValuesOf(string file, string key) =>
        [.. Parse(file).AllNodes.OfType<YamlMappingNode>().SelectMany(node => node.Children)
            .Where(child => child is { Key: YamlScalarNode name, Value: YamlScalarNode } && name.Value == key)
            .Select(child => ((YamlScalarNode)child.Value).Value!)];

    [GeneratedRegex(
        """(?<=[ "]|^)(\.ci|\.github|src|tests|module|packages|another|global\.json)[\w./*-]*(?=[ "\n]|$)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathWord();

    [GeneratedRegex(
        @"(?<name>[A-Z]\w+-(Activity|Strava|Decathlon|Strength|FakeStrava)\w*)( +(-(?<parameter>\w+)|[^-|\n ]+))*",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OurCmdlet();

    [GeneratedRegex(@"(?<kind>inputs|steps)\.(?<name>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
