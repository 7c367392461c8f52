using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Writes activities to files.</summary>
[Cmdlet(VerbsData.Export, "ActivityFile", SupportsShouldProcess = true, HelpUri = HelpPages.Root + "Export-ActivityFile.md")]
[OutputType(typeof(FileInfo))]
public sealed class ExportActivityFileCommand : AsyncCmdlet
{
    private PathResolver? _resolver;
    private ActivityExporter? _exporter;

    /// <summary>The activities.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Activity[] InputObject { get; set; } = [];

    /// <summary>The file to write. Its extension determines the format.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("StravaTools.Cmdlets", "STRV1008",
        Justification = "It is an output path, used exactly as written: wildcards are not expanded.")]
    public string Path { get; set; } = "";

    /// <summary>The format, regardless of the extension.</summary>
    [Parameter]
    public ActivityFileFormat? Format { get; set; }

    /// <summary>Compresses the file with gzip. The extension .gz is appended if it is missing.</summary>
    [Parameter]
    public SwitchParameter Gzip { get; set; }

    /// <summary>Overwrites an existing file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Emits the files.</summary>
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

    /// <summary>Writes the last file: only at the end is it clear that no more activities of that file follow.</summary>
    protected override void EndProcessing() => RunAsync(cancellationToken => _exporter!.FlushAsync(cancellationToken));
}
