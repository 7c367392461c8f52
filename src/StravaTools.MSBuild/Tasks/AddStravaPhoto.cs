using System.Globalization;
using Microsoft.Build.Framework;
using StravaTools.Client;
using StravaTools.Client.Files;
using StravaTools.Client.Photos;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Adds a photo to activities that SendStravaUpload or NewStravaActivity made in the same build (partner applications only: the address for the photo
/// comes with their answer).
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class AddStravaPhoto : StravaServerTask
{
    /// <summary>Results of SendStravaUpload, or the Activity of NewStravaActivity. Those that are not Ready are passed over.</summary>
    [Required]
    public ITaskItem[] Activities { get; set; } = [];

    /// <summary>The JPEG or PNG.</summary>
    [Required]
    public string PhotoPath { get; set; } = "";

    /// <summary>The activities that have the photo now.</summary>
    [Output]
    public ITaskItem[] Added { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        var picture = await PictureFiles.ReadPictureAsync(FullPath(PhotoPath), cancellationToken);
        var added = new List<ITaskItem>();
        foreach (var activity in Activities.Where(activity => activity.GetMetadata("Outcome") == "Ready"))
        {
            if (await AddAsync(client, activity, picture, cancellationToken))
            {
                added.Add(activity);
            }
        }

        Added = [.. added];
    }

    private async Task<bool> AddAsync(StravaClient client, ITaskItem activity, Picture picture, CancellationToken cancellationToken)
    {
        try
        {
            var id = long.Parse(activity.GetMetadata("ActivityId"), CultureInfo.InvariantCulture);
            var target = BuildEngine.PhotosOf(id) is [var first, ..] ? first : throw new ApiException(StravaErrors.PhotoNotSupported, activity.ItemSpec);
            await client.UploadPhotoAsync(target, picture, cancellationToken);
            Log.LogMessage("Added {0} to {1}", PhotoPath, activity.GetMetadata("ActivityUrl"));
            return true;
        }
        catch (ApiException e)
        {
            LogError(e.Code, e.Message, activity.ItemSpec);
            return false;
        }
    }
}
