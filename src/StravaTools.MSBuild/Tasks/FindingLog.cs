using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Activities.Validation;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Findings as MSBuild logs them.</summary>
internal static class FindingLog
{
    /// <summary>Logs an error, a warning, or a message with its position in the file, so that an editor can open it.</summary>
    public static void LogFinding(this TaskLoggingHelper log, string path, Finding finding)
    {
        var (line, column) = (finding.Line ?? 0, finding.Column ?? 0);
        var text = CompleteMessage(finding);
        if (finding.Offset is { } offset)
        {
            text += FormattableString.Invariant($" (byte {offset})");
        }

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

    /// <summary>The message, and what in a build helps, if anything does.</summary>
    private static string CompleteMessage(Finding finding) => finding.RemedyKind switch
    {
        RuleRemedy.NameSportType => finding.Message + " Set the metadata SportType of the file.",
        RuleRemedy.CreateActivity => finding.Message + " Use the task NewStravaActivity.",
        RuleRemedy.RaiseUnpackLimits => finding.Message + " Use MaxUnpackedSize and MaxUnpackRatio of the task ValidateActivityFiles.",
        _ => finding.Message,
    };
}
