using System.Management.Automation;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Restores the start of a fake server, or a part of it.</summary>
[Cmdlet(VerbsCommon.Reset, "FakeStrava", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Reset-FakeStrava.md")]
public sealed class ResetFakeStravaCommand : FakeStravaCmdlet
{
    /// <summary>What is reset.</summary>
    [Parameter(Position = 0)]
    public FakeStravaPart[] Part { get; set; } = [FakeStravaPart.Everything];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var part in Part)
        {
            if (part == FakeStravaPart.Everything)
            {
                Send("Reset everything", FakeMethods.Post, "reset", null, _ => []);
            }
            else
            {
                var noun = part.ToString().ToLowerInvariant();
                Send($"Reset the {noun}", FakeMethods.Delete, noun, null, _ => []);
            }
        }
    }
}
