using System.Management.Automation;
using System.Management.Automation.Runspaces;
using StravaTools.Client.Testing;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Starts a fake Strava server on this machine.</summary>
[Cmdlet(VerbsLifecycle.Start, "FakeStrava", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Start-FakeStrava.md")]
[OutputType(typeof(FakeStrava))]
public sealed class StartFakeStravaCommand : AsyncCmdlet
{
    /// <summary>The port; 0 uses any free port.</summary>
    [Parameter]
    [ValidateRange(0, 65535)]
    public int Port { get; set; }

    /// <summary>When an upload is processed: immediate, polls:N, seconds:N, or hold.</summary>
    [Parameter]
    [ValidateForm("immediate|polls:[0-9]{1,9}|seconds:[0-9]{1,9}|hold", "immediate, polls:N, seconds:N, or hold")]
    [ArgumentCompleter(typeof(ProcessingCompleter))]
    public string? Processing { get; set; }

    /// <summary>The form of the error of a duplicate.</summary>
    [Parameter]
    [ValidateSet("plain", "html")]
    public string? DuplicateText { get; set; }

    /// <summary>Acts as a partner application, which receives addresses for photos.</summary>
    [Parameter]
    public SwitchParameter Partner { get; set; }

    /// <summary>Strava's current behavior or the documented one.</summary>
    [Parameter]
    [ValidateSet("current", "documented")]
    public string? Profile { get; set; }

    /// <summary>Plays Strava as announced for June 2027: the API at the root, and access tokens only in the header.</summary>
    [Parameter]
    public SwitchParameter ApiAtRoot { get; set; }

    /// <summary>Never refuses a request because of rate limits. Requests are still counted.</summary>
    [Parameter]
    public SwitchParameter NoLimits { get; set; }

    /// <summary>The seed of IDs and tokens.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Seed { get; set; }

    /// <summary>The first ID, for example 9007199254740993, which a double cannot represent; 0 derives it from the seed.</summary>
    [Parameter]
    [ValidateRange(0, long.MaxValue / 2)]
    public long FirstId { get; set; }

    /// <summary>A JSON file with the state at the start. Wildcards are expanded.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string? World { get; set; }

    /// <summary>The IDs of the activities of its Decathlon part.</summary>
    [Parameter]
    [ValidateForm("[A-Za-z0-9_-]+", "letters, digits, hyphens, and underscores")]
    public string[] DecathlonActivity { get; set; } = [];

    /// <summary>Faults of its Decathlon part, for example upload:503 or write:500:2.</summary>
    [Parameter]
    [ValidateForm(
        "(upload|read|write|token):[45][0-9][0-9](:[0-9]{1,6}(:after)?)?",
        "upload, read, write, or token, and a status from 400 to 599, for example upload:503; optionally a number of requests and 'after', "
            + "for example write:500:2:after")]
    public string[] DecathlonFault { get; set; } = [];

    /// <summary>The lifetime of an access token of its Decathlon login, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int DecathlonTokenLifetime { get; set; } = 899;

    /// <summary>Makes all other cmdlets use it, through environment variables of this session.</summary>
    [Parameter]
    public SwitchParameter UseAsDefault { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ShouldProcess("A fake Strava on this machine", UseAsDefault ? "Start, and use instead of Strava" : "Start"))
        {
            CreateOrThrow(StartServer);
        }
    }

    private FakeStrava? StartServer()
    {
        var session = Runspace.DefaultRunspace?.InstanceId ?? Guid.Empty;
        var options = CreateOptions();
        FakeStrava? fake = null;
        RunAsync(async cancellationToken =>
        {
            var process = await FakeStravaProcess.StartAsync(options, cancellationToken);
            fake = RunningFakes.Register(process, session, UseAsDefault);
            Engine.WriteObject(fake);
        });
        return fake;
    }

    private FakeStravaProcessOptions CreateOptions() => new()
    {
        Program = Path.Combine(Path.GetDirectoryName(GetType().Assembly.Location)!, "FakeStrava", "StravaTools.FakeStrava.dll"),
        Port = Port,
        Processing = Processing?.ToLowerInvariant(),
        DuplicateText = DuplicateText?.ToLowerInvariant(),
        Partner = Partner,
        Profile = Profile?.ToLowerInvariant(),
        ApiAtRoot = ApiAtRoot,
        NoLimits = NoLimits,
        Seed = Seed,
        FirstId = FirstId,
        World = World is null ? null : new PathResolver(this).ExpandOrThrow(World, fromPipeline: false)[0].FullPath,
        DecathlonActivities = DecathlonActivity,
        DecathlonFaults = DecathlonFault,
        DecathlonTokenLifetime = DecathlonTokenLifetime,
    };
}
