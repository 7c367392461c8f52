using System.Globalization;
using System.Management.Automation;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Gets the requests that a fake server received.</summary>
[Cmdlet(VerbsCommon.Get, "FakeStravaRequest", HelpUri = HelpPages.Root + "Get-FakeStravaRequest.md")]
[OutputType(typeof(FakeStravaRequest))]
public sealed class GetFakeStravaRequestCommand : FakeStravaCmdlet
{
    /// <summary>The endpoint.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FakeOperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>The HTTP method.</summary>
    [Parameter]
    [ValidateSet("GET", "HEAD", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>The status of the response.</summary>
    [Parameter]
    [ValidateRange(100, 599)]
    public int Status { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var status = Status == 0 ? "" : Status.ToString(CultureInfo.InvariantCulture);
        var query = $"requests?operation={Uri.EscapeDataString(Operation ?? "")}&method={Method}&status={status}";
        Send(null, FakeMethods.Get, query, null,
            answer => answer.ReadList<FakeStravaRequest>("requests").OrderBy(request => request.Number));
    }
}
