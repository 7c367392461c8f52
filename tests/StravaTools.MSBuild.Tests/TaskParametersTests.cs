namespace StravaTools.MSBuild.Tests;

/// <summary>The tasks have a property for each parameter of their cmdlets.</summary>
public sealed class TaskParametersTests
{
    /// <summary>Parameters that a task has under another name, or deliberately does not have.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["AccessToken"] = "MSBuild logs properties: AccessTokenVariable names an environment variable",
        ["ApiKey"] = "MSBuild logs properties: ApiKeyVariable names an environment variable",
        ["LiteralPath"] = "items are expanded by MSBuild, not by the task",
        ["Send-StravaUpload Path"] = "Files",
        ["Send-StravaUpload Name"] = "metadata of Files",
        ["Send-StravaUpload Description"] = "metadata of Files",
        ["Send-StravaUpload SportType"] = "metadata of Files",
        ["Send-StravaUpload ActivityType"] = "metadata of Files",
        ["Send-StravaUpload Trainer"] = "metadata of Files",
        ["Send-StravaUpload Commute"] = "metadata of Files",
        ["Send-StravaUpload ExternalId"] = "metadata of Files",
        ["Send-StravaUpload InputObject"] = "metadata of Files",
        ["Send-StravaUpload DataType"] = "metadata of Files",
        ["Sync-StravaFolder HeartbeatUri"] = "MSBuild logs properties: HeartbeatVariable names an environment variable",
        ["Sync-StravaFolder IncludeUnchanged"] = "the log is enough",
        ["Sync-StravaFolder PassSummary"] = "the output ExitCode",
        ["Sync-StravaFolder Watch"] = "a build ends",
        ["Test-ActivityFile Path"] = "Files",
        ["Test-ActivityFile Quiet"] = "the result of the build says it",
        ["Add-StravaPhoto InputObject"] = "Activities",
        ["Stop-FakeStrava InputObject"] = "ProcessId",
        ["Send-DecathlonFile Path"] = "Files",
        ["Add-DecathlonPhoto Path"] = "Photos",
        ["Add-DecathlonPhoto Url"] = "metadata of Photos",
        ["Set-DecathlonThumbnail Force"] = "Overwrite",
    };

    [Theory]
    [InlineData("Test-ActivityFile", "ValidateActivityFiles")]
    [InlineData("Send-StravaUpload", "SendStravaUpload")]
    [InlineData("Sync-StravaFolder", "SyncStravaFolder")]
    [InlineData("New-StravaActivity", "NewStravaActivity")]
    [InlineData("Add-StravaPhoto", "AddStravaPhoto")]
    [InlineData("Start-FakeStrava", "StartFakeStrava")]
    [InlineData("Stop-FakeStrava", "StopFakeStrava")]
    [InlineData("Send-DecathlonFile", "SendDecathlonFile")]
    [InlineData("Add-DecathlonPhoto", "AddDecathlonPhoto")]
    [InlineData("Set-DecathlonThumbnail", "SetDecathlonThumbnail")]
    public void Task_has_a_property_for_each_parameter_of_its_cmdlet(string cmdlet, string task)
    {
        var properties = PropertiesOf(task);
        var missing = ParametersOf(cmdlet)
            .Where(name => !properties.Contains(name) && !properties.Contains(Plural(name)) && !IsExplained(cmdlet, name));

        Assert.Empty(missing);
    }

    [Fact]
    public void Each_exception_names_a_parameter_that_the_cmdlet_has()
    {
        foreach (var (cmdlet, parameter) in Exceptions.Keys.Select(key => key.Split(' ')).Where(parts => parts.Length == 2)
            .Select(parts => (parts[0], parts[1])))
        {
            Assert.Contains(parameter, ParametersOf(cmdlet));
        }
    }

    private static bool IsExplained(string cmdlet, string parameter) =>
        Exceptions.ContainsKey($"{cmdlet} {parameter}") || Exceptions.ContainsKey(parameter);

    private static string Plural(string name)
    {
        if (name.EndsWith('y'))
        {
            return $"{name[..^1]}ies";
        }

        return $"{name}s";
    }

    private static HashSet<string> PropertiesOf(string task)
    {
        using var tasks = new AssemblyProperties(Build.TasksAssembly);
        return tasks.Find(task);
    }

    private static HashSet<string> ParametersOf(string cmdlet)
    {
        using var module = new AssemblyProperties(Path.Combine(Build.Repository, "module", "StravaTools.PowerShell.dll"));
        return module.Find($"{cmdlet.Replace("-", "", StringComparison.Ordinal)}Command", "ParameterAttribute");
    }
}
