using Microsoft.Build.Framework;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Prints the results of SendStravaUpload as a table: a line of totals, then one row per file.</summary>
[MSBuildMultiThreadableTask]
public sealed class ReportStravaUploads : StravaTask
{
    /// <summary>Results of SendStravaUpload.</summary>
    [Required]
    public ITaskItem[] Results { get; set; } = [];

    /// <summary>The activities that AddStravaPhoto added a photo to. They are only counted.</summary>
    public ITaskItem[] Photos { get; set; } = [];

    /// <inheritdoc/>
    protected override System.Threading.Tasks.Task ExecuteAsync(CancellationToken cancellationToken)
    {
        Log.LogTable(BuildEngine.ProjectFileOfTaskNode, Results, Photos.Length);
        return System.Threading.Tasks.Task.CompletedTask;
    }
}
