using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Client;

namespace StravaTools.MSBuild;

/// <summary>Files and findings between MSBuild's items and log and ours.</summary>
internal static class ActivityFileItems
{
    /// <exception cref="StravaException">The file is not there, is a directory, or cannot be read.</exception>
    public static Task<ActivityFile> ReadFileAsync(string path, string shownPath, CancellationToken cancellationToken) =>
        ReadAsync(path, shownPath, ActivityFile.ReadAsync, cancellationToken);

    public static async Task<T> ReadAsync<T>(
        string path, string shownPath, Func<string, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
        {
            throw new StravaException(StravaErrors.PathIsDirectory, shownPath);
        }

        try
        {
            return await read(path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new StravaException(StravaErrors.FileNotFound, e, shownPath);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(StravaErrors.FileNotReadable, e, shownPath, e.Message);
        }
    }

    /// <summary>An error, a warning or a message at the place in the file, so that an editor can jump to it.</summary>
    public static void LogFinding(this TaskLoggingHelper log, string path, Finding finding)
    {
        var (line, column) = (finding.Line ?? 0, finding.Column ?? 0);
        var text = finding.Offset is { } offset ? $"{finding.Message} (byte {offset})" : finding.Message;
        switch (finding.Severity)
        {
            case Severity.Error:
                log.LogError(null, finding.RuleId, null, path, line, column, 0, 0, "{0}", text);
                break;
            case Severity.Warning:
                log.LogWarning(null, finding.RuleId, null, path, line, column, 0, 0, "{0}", text);
                break;
            default:
                log.LogMessage(null, finding.RuleId, null, path, line, column, 0, 0, MessageImportance.Normal, "{0}", text);
                break;
        }
    }
}
