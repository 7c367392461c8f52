using System.Management.Automation;

namespace StravaTools.PowerShell.Pipeline;

/// <summary>Writes verbose messages.</summary>
internal static class VerboseOutput
{
    private const string Debug = "Debug";
    private const string Verbose = "Verbose";

    /// <summary>
    /// Writes a verbose message, but not for -Debug without -Verbose: PowerShell would ask after each message whether to continue, and fail
    /// in a session that cannot ask. The debug messages contain the same.
    /// </summary>
    public static void WriteVerboseMessage(this PSCmdlet cmdlet, string text)
    {
        var bound = cmdlet.MyInvocation.BoundParameters;
        if (bound.ContainsKey(Verbose) || !bound.ContainsKey(Debug))
        {
            cmdlet.WriteVerbose(text);
        }
    }
}
