using System.Management.Automation;
using System.Text.Json.Nodes;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Sets the rate limits of a fake server, or how many requests are left.</summary>
[Cmdlet(VerbsCommon.Set, "FakeStravaRateLimit", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Set-FakeStravaRateLimit.md")]
[OutputType(typeof(FakeStravaRateLimit))]
public sealed class SetFakeStravaRateLimitCommand : FakeStravaCmdlet
{
    private const string LimitName = "limit";

    /// <summary>The number of requests that still succeed in the current 15-minute window.</summary>
    [Parameter(Position = 0)]
    [ValidateRange(0, int.MaxValue)]
    public int Left { get; set; }

    /// <summary>The limit per 15 minutes.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int QuarterHour { get; set; }

    /// <summary>The limit per day.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Daily { get; set; }

    /// <summary>The limit of reads per 15 minutes.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ReadQuarterHour { get; set; }

    /// <summary>The limit of reads per day.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int ReadDaily { get; set; }

    /// <summary>The application whose usage changes. Default: the first.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int ClientId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var change = new JsonObject();
        AddLimit(change, nameof(QuarterHour), "quarterHour", QuarterHour);
        AddLimit(change, nameof(Daily), "daily", Daily);
        AddLimit(change, nameof(ReadQuarterHour), "readQuarterHour", ReadQuarterHour);
        AddLimit(change, nameof(ReadDaily), "readDaily", ReadDaily);
        if (MyInvocation.BoundParameters.ContainsKey(nameof(Left)))
        {
            change["left"] = Left;
        }

        var noun = ClientId == 0 ? "limits" : FormattableString.Invariant($"limits?client_id={ClientId}");
        Send("Set the rate limits", FakeMethods.Put, noun, change, answer => [answer.ReadAs<FakeStravaRateLimit>()]);
    }

    private void AddLimit(JsonObject change, string parameter, string name, int limit)
    {
        if (MyInvocation.BoundParameters.ContainsKey(parameter))
        {
            change[name] = new JsonObject { [LimitName] = limit };
        }
    }
}
