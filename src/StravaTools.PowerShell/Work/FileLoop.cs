using StravaTools.Http.Errors;
using StravaTools.PowerShell.Parameters;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Does something for each file of a record.</summary>
internal static class FileLoop
{
    /// <summary>
    /// Runs the work for one file after the other. Directories from wildcards and Get-ChildItem are skipped. An error in one file does not
    /// stop the others.
    /// </summary>
    /// <param name="engine">Where errors are written.</param>
    /// <param name="files">The files of one record.</param>
    /// <param name="work">The work, with the path and the position among the files for the progress line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Task RunAsync(
        IEngine engine,
        List<ResolvedPath> files,
        Func<string, string, CancellationToken, Task> work,
        CancellationToken cancellationToken) => RunAsync(
        engine, files, file => file, (file, position, token) => work(file.FullPath, position, token), cancellationToken);

    /// <inheritdoc cref="RunAsync(IEngine, List{ResolvedPath}, Func{string, string, CancellationToken, Task}, CancellationToken)"/>
    /// <param name="engine">Where errors are written.</param>
    /// <param name="files">The files of one record, with their properties.</param>
    /// <param name="pathOf">Returns the path of a file.</param>
    /// <param name="work">The work, with the file and the position among the files for the progress line.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task RunAsync<T>(
        IEngine engine, IReadOnlyList<T> files, Func<T, ResolvedPath> pathOf, Func<T, string, CancellationToken, Task> work,
        CancellationToken cancellationToken)
    {
        for (var i = 0; i < files.Count; i++)
        {
            var path = pathOf(files[i]);
            if (path.IsSkippedDirectory)
            {
                engine.WriteVerbose(SkippedDirectory(path.FullPath));
                continue;
            }

            try
            {
                await work(files[i], PathInput.DescribePosition(i, files.Count), cancellationToken);
            }
            catch (ApiException e)
            {
                engine.WriteError(ErrorRecords.CreateRecord(e, path.FullPath));
            }
        }
    }

    /// <summary>The verbose message for a directory.</summary>
    public static string SkippedDirectory(string path) => $"'{path}' is a directory and is skipped.";
}
