using System.Management.Automation;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Adds a fault to a fake server: which requests fail, when, and how.</summary>
[Cmdlet(VerbsCommon.Add, "FakeStravaFault", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Add-FakeStravaFault.md")]
[OutputType(typeof(FakeStravaFault))]
public sealed class AddFakeStravaFaultCommand : FakeStravaCmdlet
{
    /// <summary>The endpoint that fails. Default: all.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FakeOperationCompleter))]
    public string? Operation { get; set; }

    /// <summary>The HTTP method that fails. Default: all.</summary>
    [Parameter]
    [ValidateSet("GET", "HEAD", "POST", "PUT", "DELETE")]
    public string? Method { get; set; }

    /// <summary>The path that fails, in which * stands for any text. Default: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Route { get; set; }

    /// <summary>The status of the response. Default: the real response, after the delay if there is one.</summary>
    [Parameter(Position = 1)]
    [ValidateRange(200, 599)]
    public int Status { get; set; }

    /// <summary>How the connection ends instead of a response.</summary>
    [Parameter]
    [ValidateSet("Reset", "Close", "Silence", "Garbage", "BrokenChunk", "Refused", "ExpiredCertificate")]
    public string? Connection { get; set; }

    /// <summary>How many bytes of the real response are sent before the connection ends.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int AfterBytes { get; set; }

    /// <summary>The size of the pieces in which the response is sent. Default: one piece.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int PieceBytes { get; set; }

    /// <summary>The time between two pieces.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan PieceDelay { get; set; }

    /// <summary>The first matching request that fails.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Nth { get; set; } = 1;

    /// <summary>The number of requests that fail.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Times { get; set; } = 1;

    /// <summary>All requests fail until the fault is removed.</summary>
    [Parameter]
    public SwitchParameter Always { get; set; }

    /// <summary>How likely a request fails; the seed of the server determines which do.</summary>
    [Parameter]
    [ValidateRange(double.Epsilon, 1.0)]
    public double Probability { get; set; } = 1;

    /// <summary>The request takes effect before it fails.</summary>
    [Parameter]
    public SwitchParameter TakesEffect { get; set; }

    /// <summary>How long the response is delayed.</summary>
    [Parameter]
    [ToDuration]
    public TimeSpan Delay { get; set; }

    /// <summary>The body of the response. Default: Strava's own for the status, or a page for 5xx.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Body { get; set; }

    /// <summary>The content type of the body.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string ContentType { get; set; } = "application/json; charset=utf-8";

    /// <inheritdoc/>
    protected override void ProcessRecord() => Send(
        "Add a fault", FakeMethods.Post, "faults", DescribeFault(), answer => [answer.ReadAs<FakeStravaFault>()]);

    private JsonObject DescribeFault()
    {
        var fault = new JsonObject
        {
            ["operation"] = Operation,
            ["method"] = Method,
            ["path"] = Route,
            ["connection"] = Connection is null ? null : JsonNamingPolicy.CamelCase.ConvertName(Connection),
            ["afterBytes"] = AfterBytes,
            ["pieceBytes"] = PieceBytes,
            ["pieceDelay"] = XmlConvert.ToString(PieceDelay),
            ["nth"] = Nth,
            ["times"] = Times,
            ["probability"] = Probability,
            ["takesEffect"] = TakesEffect.IsPresent,
            ["delay"] = XmlConvert.ToString(Delay),
            ["body"] = Body,
            ["contentType"] = ContentType,
        };
        if (Status != 0)
        {
            fault["status"] = Status;
        }

        if (Always)
        {
            fault["times"] = null;
        }

        return fault;
    }
}
