using Microsoft.Build.Framework;
using StravaTools.Client.Testing;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Starts a fake Strava on this machine for the time of the build.</summary>
[MSBuildMultiThreadableTask]
public sealed class StartFakeStrava : StravaTask
{
    /// <summary>The port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>When an upload is processed: immediate, polls:N or seconds:N.</summary>
    public string? Processing { get; set; }

    /// <summary>The form of the error of a duplicate: plain or html.</summary>
    public string? DuplicateText { get; set; }

    /// <summary>True for an application that is no partner and gets no address for photos.</summary>
    public bool NoPartner { get; set; }

    /// <summary>Make it the server of all tasks of this build that name none.</summary>
    public bool UseAsDefault { get; set; }

    /// <summary>The fake's program; default: what lies beside these tasks.</summary>
    public string? Program { get; set; }

    /// <summary>The root of its server.</summary>
    [Output]
    public string Url { get; private set; } = "";

    /// <summary>Its process, for StopFakeStrava.</summary>
    [Output]
    public int ProcessId { get; private set; }

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var beside = Path.Combine(Path.GetDirectoryName(typeof(StartFakeStrava).Assembly.Location)!, "FakeStrava", "StravaTools.FakeStrava.dll");
        var options = new FakeStravaProcessOptions
        {
            Program = string.IsNullOrEmpty(Program) ? beside : FullPath(Program),
            Port = Port,
            Processing = Processing,
            DuplicateText = DuplicateText,
            NoPartner = NoPartner,
        };
        var fake = await FakeStravaProcess.StartAsync(options, cancellationToken);
        BuildEngine.RememberFake(fake, UseAsDefault);
        Url = fake.Url.ToString();
        ProcessId = fake.ProcessId;
        Log.LogMessage("A fake Strava listens at {0}", Url);
    }
}
