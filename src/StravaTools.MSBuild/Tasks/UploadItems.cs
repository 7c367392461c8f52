using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Client.Uploads;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Upload results as MSBuild items.</summary>
internal static class UploadItems
{
    public const string NotSentOutcome = "NotSent";

    public static ITaskItem ToItem(ITaskItem file, UploadResult result)
    {
        var item = new TaskItem(file);
        item.SetMetadata("Outcome", result.Outcome.ToString());
        item.SetMetadata("Format", result.Format?.ToString() ?? "");
        item.SetMetadata("UploadId", FormatId(result.Id));
        item.SetMetadata("ActivityId", FormatId(result.ActivityId));
        item.SetMetadata("ActivityUrl", result.ActivityUrl?.ToString() ?? "");
        item.SetMetadata("DuplicateOfActivityId", FormatId(result.DuplicateOfActivityId));
        item.SetMetadata("Error", ErrorOf(result));
        item.SetMetadata("ErrorId", result.ErrorId ?? "");
        return item;
    }

    public static ITaskItem NotSent(ITaskItem file, ApiException e)
    {
        var item = new TaskItem(file);
        item.SetMetadata("Outcome", NotSentOutcome);
        item.SetMetadata("Error", TaskAdvice.MessageOf(e));
        item.SetMetadata("ErrorId", e.Code);
        return item;
    }

    /// <summary>Strava's own text for a rejected or duplicate file; else also what to do.</summary>
    private static string ErrorOf(UploadResult result)
    {
        if (result.Error is null || string.IsNullOrEmpty(result.Remedy))
        {
            return result.Error ?? "";
        }

        return $"{result.Error} {TaskAdvice.RemedyFor(result.ErrorId, result.Remedy)}".TrimEnd();
    }

    private static string FormatId(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
