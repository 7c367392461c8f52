using System.Management.Automation;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Restores the start of a fake server, or a part of it.</summary>
[Cmdlet(VerbsCommon.Reset, "FakeStrava", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Reset-FakeStrava.md")]
public sealed class ResetFakeStravaCommand : FakeStravaCmdlet
{
    private const string Everything = "Everything";

    /// <summary>What is reset.</summary>
    [Parameter(Position = 0)]
    [ValidateSet(Everything, "State", "Requests", "Faults", "Clock", "Limits")]
    public string[] Part { get; set; } = [Everything];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var part in Part)
        {
            if (part.Equals(Everything, StringComparison.OrdinalIgnoreCase))
            {
                Send("Reset everything", FakeMethods.Post, "reset", null, _ => []);
            }
            else
            {
                var noun = part.ToLowerInvariant();
                Send($"Reset the {noun}", FakeMethods.Delete, noun, null, _ => []);
            }
        }
    }
}
