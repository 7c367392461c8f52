using StravaTools.Activities;
using StravaTools.Activities.Pages;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Work;

/// <summary>Writes the pages of activity files.</summary>
/// <param name="options">What the pages show.</param>
/// <param name="output">The page, or the folder of the pages; null for temporary files.</param>
/// <param name="overwrite">Whether existing pages are replaced.</param>
internal sealed class ActivityPageWriter(ActivityPageOptions options, string? output, bool overwrite)
{
    private const string Extension = ".html";
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Writes the page of a file.</summary>
    /// <exception cref="ApiException">The file cannot be read, or the page cannot be written.</exception>
    public async Task<FileInfo> WriteAsync(string path, CancellationToken cancellationToken)
    {
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var content = ActivityReading.ReadContent(file, path, cancellationToken);
        var report = ActivityValidator.Validate(file, content, cancellationToken);
        var target = ChooseTarget(Path.GetFileName(path));
        if (!_written.Add(target))
        {
            // -Force replaces pages of earlier calls, not of this one.
            throw new ApiException(ApiErrors.FileExists, target);
        }

        return OutputFile.WriteFile(target, overwrite, stream => ActivityPage.WritePage(stream, file, content, report, options));
    }

    private string ChooseTarget(string name)
    {
        if (output is null)
        {
            // Only this user can read it: a route shows where its athlete lives.
            return Path.Combine(Directory.CreateTempSubdirectory("StravaTools-").FullName, name + Extension);
        }

        return Directory.Exists(output) ? Path.Combine(output, name + Extension) : output;
    }
}
