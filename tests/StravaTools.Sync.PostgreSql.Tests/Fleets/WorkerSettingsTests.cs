using System.Text.RegularExpressions;

namespace StravaTools.Sync.PostgreSql.Tests.Fleets;

/// <summary>The settings of the program strava-worker in the documents.</summary>
public partial class WorkerSettingsTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("workers.md")]
    [InlineData("strava-worker.service")]
    public async Task Documents_name_only_settings_that_exist(string document)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Documents", document);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var settings = Type.GetType("StravaTools.Worker.WorkerSettings, strava-worker", throwOnError: true)!;

        var names = Variable().Matches(text).Select(match => match.Groups["name"].Value).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.NotNull(settings.GetProperty(name)));
    }

    [GeneratedRegex(@"Worker__(?<name>\w+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();
}
