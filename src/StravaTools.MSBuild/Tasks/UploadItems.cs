using System.Globalization;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Client;
using StravaTools.Client.Uploads;

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
        item.SetMetadata("Error", result.Error ?? "");
        item.SetMetadata("ErrorId", result.ErrorId ?? "");
        return item;
    }

    public static ITaskItem NotSent(ITaskItem file, StravaException e)
    {
        var item = new TaskItem(file);
        item.SetMetadata("Outcome", NotSentOutcome);
        item.SetMetadata("Error", e.Message);
        item.SetMetadata("ErrorId", e.Code);
        return item;
    }

    /// <summary>What Strava said of a rejected file is its own words only; the rest is a whole message already.</summary>
    public static string MessageOf(UploadResult result)
    {
        if (result.ErrorId == StravaErrors.UploadRejected.Id)
        {
            return StravaErrors.UploadRejected.Format(result.Path, result.Error?.TrimEnd('.'));
        }

        return result.Error!;
    }

    private static string FormatId(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
