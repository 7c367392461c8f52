using System.Management.Automation;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Work;

namespace StravaTools.PowerShell.Commands;

/// <summary>Reads activity files.</summary>
[Cmdlet(VerbsData.Import, "ActivityFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Activity))]
public sealed class ImportActivityFileCommand : PathCmdlet
{
    private protected override void ProcessFiles(List<ResolvedPath> files) => ForEachFile(files, ImportAsync);

    /// <summary>Emits what can be read of a damaged file, and a warning for each error in it.</summary>
    private async Task ImportAsync(string path, CancellationToken cancellationToken)
    {
        var content = (await LocalFiles.ReadActivityAsync(path, cancellationToken)).ReadContent(cancellationToken);
        if (content.Activities.Count == 0)
        {
            var reason = content.Findings.Select(finding => finding.Message).FirstOrDefault() ?? "No track point was found.";
            throw new ApiException(StravaErrors.NoActivityInFile, path, reason);
        }

        foreach (var finding in content.Findings.Where(finding => finding.Severity == Severity.Error))
        {
            Engine.WriteWarning($"'{path}': {finding}");
        }

        foreach (var activity in content.Activities)
        {
            // Not named Path: Export-ActivityFile would bind it to the output file.
            var output = new PSObject(activity);
            output.Properties.Add(new PSNoteProperty("SourcePath", path));
            Engine.WriteObject(output);
        }
    }
}
