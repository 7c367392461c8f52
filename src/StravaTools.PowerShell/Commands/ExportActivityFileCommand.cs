using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Writes activities to files.</summary>
[Cmdlet(VerbsData.Export, "ActivityFile", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportActivityFileCommand : AsyncCmdlet
{
    private PathResolver? _resolver;
    private ActivityExporter? _exporter;

    /// <summary>The activities.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Activity[] InputObject { get; set; } = [];

    /// <summary>Where to write; its extension tells the format.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1008",
        Justification = "It is where to write, taken as it is written: no wildcards are expanded.")]
    public string Path { get; set; } = "";

    /// <summary>The format, whatever the extension says.</summary>
    [Parameter]
    public ActivityFileFormat? Format { get; set; }

    /// <summary>Pack it; a path without .gz gets one.</summary>
    [Parameter]
    public SwitchParameter Gzip { get; set; }

    /// <summary>Overwrite a file that exists.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emit the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _resolver = new PathResolver(this);
        _exporter = new ActivityExporter(Engine, new ExportPlan(Format, Gzip, Force, PassThru));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = CreateOrThrow(() => _resolver!.Literal(Path, isNamed: true).FullPath, Path);
        RunAsync(cancellationToken => _exporter!.AddAsync(path, InputObject, cancellationToken));
    }

    /// <summary>Whether more sessions of the same file follow is known at the end only.</summary>
    protected override void EndProcessing() => RunAsync(cancellationToken => _exporter!.FlushAsync(cancellationToken));
}
