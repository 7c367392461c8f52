using StravaTools.Client.Activities;
using StravaTools.Client.Photos;
using StravaTools.Client.Segments;
using StravaTools.Client.Uploads;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Converts activities and related objects, such as results of uploads, to the IDs of the activities.</summary>
public sealed class ActivityIdsAttribute() : KnownIdsAttribute("ActivityId")
{
    private protected override object? FindId(object? value) => value switch
    {
        UploadResult upload => upload.ActivityId ?? upload.DuplicateOfActivityId,
        PhotoResult photo => photo.ActivityId,
        StravaActivity activity => activity.Id,
        StravaActivityMeta meta => meta.Id,
        StravaEffort effort => effort.Activity?.Id,
        StravaLeaderboardEntry entry => entry.ActivityId,
        _ => value,
    };
}
