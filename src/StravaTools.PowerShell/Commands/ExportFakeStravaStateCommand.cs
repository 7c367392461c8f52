using System.Management.Automation;
using System.Text;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Saves the state of a fake server to a JSON file, or returns it as JSON.</summary>
[Cmdlet(VerbsData.Export, "FakeStravaState", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Export-FakeStravaState.md")]
[OutputType(typeof(FileInfo), typeof(string))]
public sealed class ExportFakeStravaStateCommand : FakeStravaCmdlet
{
    /// <summary>The file. Default: the JSON is returned.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Destination is null)
        {
            Send(null, FakeMethods.Get, "state", null, answer => [answer.Json]);
            return;
        }

        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Destination);
        if (ShouldProcess(path, "Save the state of the fake server"))
        {
            Send(null, FakeMethods.Get, "state", null,
                answer => [OutputFile.WriteFile(path, Force, stream => stream.Write(Encoding.UTF8.GetBytes(answer.Json)))]);
        }
    }
}
