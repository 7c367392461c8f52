using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Work;

/// <summary>The steps of the demo: it runs the cmdlets that a user would run, and shows each command with its output.</summary>
internal sealed class DemoSteps
{
    private readonly PSCmdlet _cmdlet;
    private readonly string[] _samples;

    /// <param name="cmdlet">The cmdlet of the demo.</param>
    /// <param name="names">The names of the sample files.</param>
    public DemoSteps(PSCmdlet cmdlet, IReadOnlyList<string> names)
    {
        _cmdlet = cmdlet;
        var folder = Path.Combine(Path.GetDirectoryName(GetType().Assembly.Location)!, "samples");
        _samples = [.. names.Select(name => Path.Combine(folder, name))];
    }

    /// <summary>Starts the fake server and makes it the default of the session.</summary>
    public FakeStrava StartServer()
    {
        Announce("Start-FakeStrava -UseAsDefault");
        return RunScript<FakeStrava>("Start-FakeStrava -UseAsDefault").Single();
    }

    /// <summary>Checks the samples.</summary>
    public IReadOnlyList<ActivityFileReport> CheckFiles()
    {
        Announce("Test-ActivityFile samples/*");
        return ShowResults(RunScript<ActivityFileReport>("Test-ActivityFile -LiteralPath $args", _samples));
    }

    /// <summary>Sends the samples. The route without times is rejected before it is sent, which the result shows.</summary>
    public IReadOnlyList<UploadResult> SendFiles()
    {
        Announce("Send-StravaUpload samples/* -Wait");
        return ShowResults(RunScript<UploadResult>("Send-StravaUpload -LiteralPath $args -Wait -ErrorAction SilentlyContinue", _samples));
    }

    /// <summary>Writes and opens the page of the ride.</summary>
    /// <param name="folder">The folder for the page.</param>
    /// <param name="noOpen">Whether the page is only written.</param>
    public FileInfo ShowRide(DirectoryInfo folder, bool noOpen)
    {
        Announce("Show-ActivityFile samples/morning-ride.fit");
        const string Script = "Show-ActivityFile -LiteralPath $args[0] -OutputPath $args[1] -NoOpen";
        var page = RunScript<FileInfo>(Script, _samples[0], folder.FullName).Single();
        if (!noOpen)
        {
            Logins.OpenBrowser(new Uri(page.FullName));
        }

        return page;
    }

    private List<T> ShowResults<T>(List<T> results)
    {
        var text = string.Concat(RunScript<string>("$args | Out-String", [.. results.Cast<object>()]));
        WriteHost(text.Trim('\r', '\n') + Environment.NewLine);
        return results;
    }

    private void Announce(string command) => WriteHost($"PS> {command}");

    private void WriteHost(string text) => _cmdlet.WriteInformation(new HostInformationMessage { Message = text }, ["PSHOST"]);

    private List<T> RunScript<T>(string script, params object[] arguments) =>
        [.. _cmdlet.InvokeCommand.InvokeScript(script, arguments).Select(output => output.BaseObject).OfType<T>()];
}
