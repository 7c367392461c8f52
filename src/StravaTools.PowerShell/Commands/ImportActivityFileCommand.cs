using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Reads activity files.</summary>
[Cmdlet(VerbsData.Import, "ActivityFile", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Root + "Import-ActivityFile.md")]
[OutputType(typeof(Activity))]
public sealed class ImportActivityFileCommand : PathCmdlet
{
    private protected override void ProcessFiles(List<ResolvedPath> files) => ForEachFile(files, ImportAsync);

    /// <summary>Emits what can be read of a damaged file, and a warning for each error in it.</summary>
    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var content = await ActivityReading.ReadAsync(Engine, path, cancellationToken);
        foreach (var activity in content.Activities)
        {
            Engine.WriteObject(SourcePath.AddProperty(activity, path));
        }
    }
}
