using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Stores pictures at Decathlon and adds them to an activity, with one write for all of them.</summary>
[MSBuildMultiThreadableTask]
public sealed class AddDecathlonPhoto : DecathlonTask
{
    /// <summary>The activity, as eu2a8ff4b670340f5144.</summary>
    [Required]
    public string ActivityId { get; set; } = "";

    /// <summary>The pictures. One with the metadata Url, as SendDecathlonFile gives it, is not sent again.</summary>
    [Required]
    public ITaskItem[] Photos { get; set; } = [];

    /// <summary>Take out all photos that the activity has.</summary>
    public bool Replace { get; set; }

    /// <summary>Take out of pictures where they were taken.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>The photos that the activity has now: the item is the address, metadata File the file.</summary>
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
            LogError(error.Code, error.Message);
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

            await group.StoreAsync(FullPath(photo.ItemSpec), new PictureOptions { RemoveLocation = RemoveLocation }, cancellationToken);
        }
        catch (ApiException e)
        {
            LogError(e.Code, e.Message, photo.ItemSpec);
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
