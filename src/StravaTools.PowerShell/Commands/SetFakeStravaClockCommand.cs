using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Xml;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Freezes, moves, or restores the clock of a fake server.</summary>
[Cmdlet(VerbsCommon.Set, "FakeStravaClock", SupportsShouldProcess = true, DefaultParameterSetName = ModeSet,
    HelpUri = HelpPages.Root + "Set-FakeStravaClock.md")]
[OutputType(typeof(FakeStravaClock))]
public sealed class SetFakeStravaClockCommand : FakeStravaCmdlet
{
    private const string ModeSet = "Mode";
    private const string AdvanceSet = "Advance";

    /// <summary>Frozen stops the clock, Running lets it run, and System shows the real time again.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ModeSet)]
    public FakeClockMode Mode { get; set; }

    /// <summary>The time. Default: the current time of the clock.</summary>
    [Parameter(Position = 1, ParameterSetName = ModeSet)]
    public DateTimeOffset Now { get; set; }

    /// <summary>How far the clock moves forward.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AdvanceSet)]
    [ToDuration]
    public TimeSpan Advance { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == AdvanceSet)
        {
            var advance = new JsonObject { ["by"] = XmlConvert.ToString(Advance) };
            Send("Move the clock", FakeMethods.Post, "clock/advance", advance, answer => [answer.ReadAs<FakeStravaClock>()]);
            return;
        }

        var change = new JsonObject { ["mode"] = Mode.ToString().ToLowerInvariant() };
        if (Now != default)
        {
            change["now"] = Now;
        }

        Send("Set the clock", FakeMethods.Put, "clock", change, answer => [answer.ReadAs<FakeStravaClock>()]);
    }
}
