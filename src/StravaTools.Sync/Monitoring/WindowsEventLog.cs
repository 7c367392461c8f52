using System.ComponentModel;
using System.Runtime.InteropServices;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Monitoring;

/// <summary>
/// The log Application of Windows, with our source. Unlike System.Diagnostics.EventLog, this needs no package and no registered source, so
/// every user can write (decision 0032).
/// </summary>
internal sealed class WindowsEventLog : IEventLog
{
    /// <summary>The source of our events.</summary>
    public const string Source = "StravaTools";

    /// <inheritdoc/>
    public void CheckAccess()
    {
        if (!OperatingSystem.IsWindows())
        {
            throw new ApiException(SyncErrors.EventLogNotUsable, "only Windows has one.");
        }

        if (OpenSource(null, Source) is var log && log == 0)
        {
            throw new ApiException(SyncErrors.EventLogNotUsable, new Win32Exception().Message);
        }

        _ = CloseSource(log);
    }

    /// <inheritdoc/>
    public void WriteEvent(EventLogType type, int id, string text)
    {
        var log = OpenSource(null, Source);
        if (log != 0)
        {
            _ = ReportEvent(log, (ushort)type, 0, (uint)id, 0, 1, 0, [text], 0);
            _ = CloseSource(log);
        }
    }

    [DllImport("advapi32", EntryPoint = "RegisterEventSourceW", CharSet = CharSet.Unicode, ExactSpelling = true, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint OpenSource(string? server, string source);

    [DllImport("advapi32", EntryPoint = "ReportEventW", CharSet = CharSet.Unicode, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int ReportEvent(
        nint log, ushort type, ushort category, uint id, nint user, ushort count, uint dataSize, string[] texts, nint data);

    [DllImport("advapi32", EntryPoint = "DeregisterEventSource", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int CloseSource(nint log);
}
