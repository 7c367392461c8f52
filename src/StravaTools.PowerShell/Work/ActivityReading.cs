using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Http.Errors;
using StravaTools.PowerShell.Pipeline;

namespace StravaTools.PowerShell.Work;

/// <summary>Reads the activities of a file for a cmdlet that uses their points.</summary>
internal static class ActivityReading
{
    /// <summary>Returns what can be read of a damaged file, and writes a warning for each error in it.</summary>
    /// <exception cref="ApiException">The file cannot be read, or <see cref="StravaErrors.NoActivityInFile"/>.</exception>
    public static async Task<ActivityContent> ReadAsync(IEngine engine, string path, CancellationToken cancellationToken)
    {
        var file = await LocalFiles.ReadActivityAsync(path, cancellationToken);
        var content = ReadContent(file, path, cancellationToken);
        foreach (var finding in content.Findings.Where(finding => finding.Severity == Severity.Error))
        {
            engine.WriteWarning($"'{path}': {finding}");
        }

        return content;
    }

    /// <summary>Returns what can be read of a file.</summary>
    /// <exception cref="ApiException"><see cref="StravaErrors.NoActivityInFile"/>.</exception>
    public static ActivityContent ReadContent(ActivityFile file, string path, CancellationToken cancellationToken)
    {
        var content = file.ReadContent(cancellationToken);
        if (content.Activities.Count == 0)
        {
            var reason = content.Findings.Select(finding => finding.Message).FirstOrDefault() ?? "No track point was found.";
            throw new ApiException(StravaErrors.NoActivityInFile, path, reason);
        }

        return content;
    }
}
