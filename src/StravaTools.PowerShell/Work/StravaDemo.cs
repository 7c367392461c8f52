using StravaTools.Activities;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Work;

/// <summary>A demo that Start-StravaDemo started.</summary>
public sealed class StravaDemo
{
    internal StravaDemo(FakeStrava server, IReadOnlyList<ActivityFileReport> reports, IReadOnlyList<UploadResult> uploads, FileInfo page)
    {
        Server = server;
        Reports = reports;
        Uploads = uploads;
        Page = page;
    }

    /// <summary>The fake server.</summary>
    public FakeStrava Server { get; }

    /// <summary>The results of checking the sample files.</summary>
    public IReadOnlyList<ActivityFileReport> Reports { get; }

    /// <summary>The results of sending them.</summary>
    public IReadOnlyList<UploadResult> Uploads { get; }

    /// <summary>The page of the sample ride.</summary>
    public FileInfo Page { get; }
}
