using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stores pictures at Decathlon and adds them to an activity, with one write for all of them.</summary>
[MSBuildMultiThreadableTask]
public sealed class AddDecathlonPhoto : DecathlonTask
{
    /// <summary>The activity, for example eu2a8ff4b670340f5144.</summary>
    [Required]
    public string ActivityId { get; set; } = "";

    /// <summary>The pictures. A picture with the metadata Url, which SendDecathlonFile sets, is not sent again.</summary>
    [Required]
    public ITaskItem[] Photos { get; set; } = [];

    /// <summary>Removes all other photos of the activity.</summary>
    public bool Replace { get; set; }

    /// <summary>Removes the location from pictures before they are sent.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>Converts PNG pictures to JPEG.</summary>
    public bool ConvertToJpeg { get; set; }

    /// <summary>The photos that were added: the item is the address, the metadata File is the file.</summary>
    [Output]
    public ITaskItem[] Added { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken)
    {
        var group = new DecathlonPhotoGroup(client, ActivityId, Replace);
        foreach (var photo in Photos)
        {
            await AddAsync(group, photo, cancellationToken);
        }

        var (added, errors) = await group.AttachAsync(cancellationToken);
        foreach (var error in errors)
        {
            LogError(error);
        }

        Added = [.. added.Select(ToItem)];
    }

    private async System.Threading.Tasks.Task AddAsync(DecathlonPhotoGroup group, ITaskItem photo, CancellationToken cancellationToken)
    {
        try
        {
            if (photo.GetMetadata("Url") is { Length: > 0 } url)
            {
                group.AddPhoto(url);
                return;
            }

            var options = new PictureOptions { RemoveLocation = RemoveLocation, ConvertToJpeg = ConvertToJpeg };
            await group.StoreAsync(FullPath(photo.ItemSpec), options, cancellationToken);
        }
        catch (ApiException e)
        {
            LogError(e, photo.ItemSpec);
        }
    }

    private static TaskItem ToItem(DecathlonPhotoResult photo)
    {
        var item = new TaskItem(photo.Url);
        item.SetMetadata("ActivityId", photo.ActivityId);
        item.SetMetadata("File", photo.File ?? "");
        return item;
    }
}
