using System.Management.Automation.Host;

namespace StravaTools.PowerShell.Work;

/// <summary>The width of the window of a host.</summary>
internal static class TerminalWidth
{
    private const int Default = 80;

    /// <summary>The width in characters; 80 for a host without a window.</summary>
    public static int FindWidth(PSHost host)
    {
        try
        {
            var width = host.UI?.RawUI?.WindowSize.Width ?? 0;
            return width > 0 ? width : Default;
        }
        catch (Exception e) when (e is HostException or NotImplementedException or IOException)
        {
            return Default;
        }
    }
}
