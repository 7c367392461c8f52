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
        item.SetMetadata("Error", result.Error ?? "");
        item.SetMetadata("ErrorId", result.ErrorId ?? "");
        return item;
    }

    public static ITaskItem NotSent(ITaskItem file, ApiException e)
    {
        var item = new TaskItem(file);
        item.SetMetadata("Outcome", NotSentOutcome);
        item.SetMetadata("Error", TaskAdvice.AddTo(e.Message, e.Code));
        item.SetMetadata("ErrorId", e.Code);
        return item;
    }

    private static string FormatId(long? id) => id?.ToString(CultureInfo.InvariantCulture) ?? "";
}
