using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.Client.Uploads;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Checks activity files, uploads those without errors, and can wait for the activities.</summary>
[Cmdlet(VerbsCommunications.Send, "StravaUpload", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(UploadResult))]
public sealed class SendStravaUploadCommand : StravaCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private PathInput? _input;
    private FileSender? _sender;

    /// <summary>The files. Wildcards are expanded.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The files. Paths are used exactly as written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Waits until Strava has processed each file.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>The maximum number of seconds to wait for a file.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSeconds { get; set; } = 120;

    /// <summary>Sends a file even if it has an error.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The activity's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The activity's description.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The sport type, which replaces the one in the file.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SportTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? SportType { get; set; }

    /// <summary>The activity type, the older form of the sport type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ActivityType { get; set; }

    /// <summary>It was recorded on a trainer.</summary>
    [Parameter]
    public SwitchParameter Trainer { get; set; }

    /// <summary>It was a commute.</summary>
    [Parameter]
    public SwitchParameter Commute { get; set; }

    /// <summary>An identifier of your own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ExternalId { get; set; }

    /// <summary>The data_type to send, which replaces the one detected from the content.</summary>
    [Parameter]
    [ValidateSet("fit", "fit.gz", "tcx", "tcx.gz", "gpx", "gpx.gz", "json")]
    public string? DataType { get; set; }

    /// <summary>Writes an error for a duplicate, too.</summary>
    [Parameter]
    public SwitchParameter TreatDuplicateAsError { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _input = new PathInput(this);
        var sport = SportTypes.Parse(SportType);
        if (SportTypes.Warning(sport) is { } warning)
        {
            WriteWarning(warning);
        }

        _sender = new FileSender(Engine, Client, CreatePlan(sport));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath);
        RunAsync(cancellationToken => _sender!.SendAsync(files, cancellationToken));
    }

    private UploadWait? CreateWait()
    {
        if (!Wait)
        {
            return null;
        }

        return new UploadWait { Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
    }

    private SendPlan CreatePlan(SportType? sport) => new()
    {
        Request = file => new UploadRequest
        {
            File = file,
            Name = Name,
            Description = Description,
            SportType = sport,
            ActivityType = ActivityType,
            Trainer = SwitchValues.ValueOf(this, Trainer, nameof(Trainer)),
            Commute = SwitchValues.ValueOf(this, Commute, nameof(Commute)),
            ExternalId = ExternalId,
            DataType = DataType?.ToLowerInvariant(),
        },
        Options = new UploadOptions { Force = Force, Wait = CreateWait() },
        TreatDuplicateAsError = TreatDuplicateAsError,
        IsWhatIf = SwitchValues.IsWhatIf(this),
    };
}
