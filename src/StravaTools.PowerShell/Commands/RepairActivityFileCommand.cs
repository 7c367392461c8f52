using System.Management.Automation;
using StravaTools.Activities;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Repairs activity files without inventing data.</summary>
[Cmdlet(VerbsDiagnostic.Repair, "ActivityFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = HelpPages.Root + "Repair-ActivityFile.md")]
[OutputType(typeof(RepairedActivityFile))]
public sealed class RepairActivityFileCommand : PathCmdlet
{
    private string? _destination;

    /// <summary>The folder or file to write to.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? Destination { get; set; }

    /// <summary>Overwrites the original files.</summary>
    [Parameter]
    public SwitchParameter InPlace { get; set; }

    /// <summary>Overwrites an existing file at the destination.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _destination = CreateOrThrow(ResolveDestination);
    }

    private protected override void ProcessFiles(List<ResolvedPath> files) => ForEachFile(files, RepairAsync);

    private async Task RepairAsync(string path, CancellationToken cancellationToken)
    {
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var result = ActivityRepair.Repair(file, cancellationToken);
        var written = result.Repairs.Count > 0 && TargetOf(path) is { } target ? await WriteAsync(target, result, cancellationToken) : null;
        Engine.WriteObject(new RepairedActivityFile(path, written, result));
    }

    /// <summary>Returns where the file was written; null if the user declined.</summary>
    private async Task<string?> WriteAsync(string target, ActivityRepairResult result, CancellationToken cancellationToken)
    {
        OutputFile.CheckWritable(target, Force || InPlace);
        if (!await Engine.ShouldProcessAsync(target, $"Write the repaired file: {string.Join(' ', result.Repairs)}", cancellationToken))
        {
            return null;
        }

        return OutputFile.WriteFile(target, Force || InPlace, stream => stream.Write(result.Bytes.Span)).FullName;
    }

    private string? ResolveDestination()
    {
        if (Destination is null)
        {
            return null;
        }

        if (InPlace)
        {
            throw new ApiException(StravaErrors.RepairTargetAmbiguous);
        }

        return new PathResolver(this).Literal(Destination, isNamed: true).FullPath;
    }

    /// <summary>Returns where to write; null if nothing is written and only the possible repairs are reported.</summary>
    private string? TargetOf(string path)
    {
        if (InPlace)
        {
            return path;
        }

        var target = Directory.Exists(_destination) ? System.IO.Path.Combine(_destination, System.IO.Path.GetFileName(path)) : _destination;

        // -Force is for files in the way, not for the file that is repaired.
        if (target == path)
        {
            throw new ApiException(StravaErrors.RepairTargetIsSource, path);
        }

        return target;
    }
}
