using System.Management.Automation;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Checks activity files, uploads those without errors, and can wait for the activities.</summary>
[Cmdlet(VerbsCommunications.Send, "StravaUpload", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Send-StravaUpload.md")]
[OutputType(typeof(UploadResult))]
public sealed class SendStravaUploadCommand : StravaCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private readonly HashSet<string> _warned = new(StringComparer.Ordinal);
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

    /// <summary>The activity's name, or a script block that returns it for each file.</summary>
    [Parameter]
    [TextOrScript]
    [ValidateNotNullOrEmpty]
    public object? Name { get; set; }

    /// <summary>The activity's description, or a script block that returns it for each file.</summary>
    [Parameter]
    [TextOrScript]
    public object? Description { get; set; }

    /// <summary>The sport type, which replaces the one in the file, or a script block that returns it for each file.</summary>
    [Parameter]
    [TextOrScript]
    [ArgumentCompleter(typeof(SportTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public object? SportType { get; set; }

    /// <summary>The activity type, the older form of the sport type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ActivityTypeCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ActivityType { get; set; }

    /// <summary>It was recorded on a trainer.</summary>
    [Parameter]
    public SwitchParameter Trainer { get; set; }

    /// <summary>It was a commute.</summary>
    [Parameter]
    public SwitchParameter Commute { get; set; }

    /// <summary>An identifier of your own, or a script block that returns it for each file.</summary>
    [Parameter]
    [TextOrScript]
    [ValidateNotNullOrEmpty]
    public object? ExternalId { get; set; }

    /// <summary>
    /// The object from the pipeline. Rows, such as those of Import-Csv, can have the properties Name, Description, SportType, ActivityType,
    /// Trainer, Commute, and ExternalId.
    /// </summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The data_type to send, which replaces the one detected from the content.</summary>
    [Parameter]
    [KnownDataType]
    [ArgumentCompleter(typeof(DataTypeCompleter))]
    public string? DataType { get; set; }

    /// <summary>Writes an error for a duplicate, too.</summary>
    [Parameter]
    public SwitchParameter TreatDuplicateAsError { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _input = new PathInput(this) { Failing = WriteNotSent };
        _sender = new FileSender(Engine, Client, CreatePlan());
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var files = _input!.Resolve(Path, LiteralPath).SelectMany(AddValues).ToList();
        RunAsync(cancellationToken => _sender!.SendAsync(files, cancellationToken));
    }

    /// <summary>Each file of the call has a result, also one that does not exist.</summary>
    private void WriteNotSent(string path, ApiException error)
    {
        if (!SwitchValues.IsWhatIf(this))
        {
            WriteObject(FileSender.ToNotSent(path, error));
        }
    }

    private UploadWait? CreateWait()
    {
        if (!Wait)
        {
            return null;
        }

        return new UploadWait { Timeout = TimeSpan.FromSeconds(TimeoutSeconds) };
    }

    private SendPlan CreatePlan() => new()
    {
        Options = new UploadOptions { Force = Force, Wait = CreateWait() },
        TreatDuplicateAsError = TreatDuplicateAsError,
        IsWhatIf = SwitchValues.IsWhatIf(this),
    };

    /// <summary>Adds the properties to a file; writes an error if they cannot be determined.</summary>
    private IEnumerable<FileToSend> AddValues(ResolvedPath path)
    {
        try
        {
            return [new FileToSend(path, ReadValues(path))];
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e) { CategoryInfo = { TargetName = path.FullPath } });
            return [];
        }
    }

    private UploadValues ReadValues(ResolvedPath path)
    {
        var isText = InputObject is null or { BaseObject: string };
        var values = new InputValues(isText ? new FileInfo(path.FullPath) : InputObject);
        var sport = SportTypes.Parse(values.FindText(SportType, nameof(SportType)));
        if (SportTypes.Warning(sport) is { } warning && _warned.Add(warning))
        {
            WriteWarning(warning);
        }

        return new UploadValues
        {
            Name = values.FindText(Name, nameof(Name)),
            Description = values.FindText(Description, nameof(Description)),
            SportType = sport,
            ActivityType = values.FindText(ActivityType, nameof(ActivityType)),
            Trainer = values.FindFlag(SwitchValues.ValueOf(this, Trainer, nameof(Trainer)), nameof(Trainer)),
            Commute = values.FindFlag(SwitchValues.ValueOf(this, Commute, nameof(Commute)), nameof(Commute)),
            ExternalId = values.FindText(ExternalId, nameof(ExternalId)),
            DataType = DataType?.ToLowerInvariant(),
        };
    }
}
