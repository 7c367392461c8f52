using System.Globalization;
using Microsoft.Build.Framework;
using StravaTools.Client;
using StravaTools.Client.Photos;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;

namespace StravaTools.MSBuild.Tasks;

/// <summary>
/// Adds photos to activities that SendStravaUpload or NewStravaActivity created in the same build. For partner applications only: the
/// addresses for the photos come with their response.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class AddStravaPhoto : StravaServerTask
{
    /// <summary>Results of SendStravaUpload, or the Activity of NewStravaActivity. Those that are not Ready are skipped.</summary>
    [Required]
    public ITaskItem[] Activities { get; set; } = [];

    /// <summary>The JPEG or PNG files. The first goes to the first address that came with an activity, and so on.</summary>
    [Required]
    public string[] PhotoPath { get; set; } = [];

    /// <summary>Removes the location from the pictures before they are sent.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>The activities that all the photos were added to.</summary>
    [Output]
    public ITaskItem[] Added { get; private set; } = [];

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(StravaClient client, CancellationToken cancellationToken)
    {
        var pictures = new List<Picture>();
        foreach (var path in PhotoPath)
        {
            pictures.Add(await ReadAsync(path, cancellationToken));
        }

        var added = new List<ITaskItem>();
        foreach (var activity in Activities.Where(activity => activity.GetMetadata("Outcome") == "Ready"))
        {
            if (await AddAsync(client, activity, pictures, cancellationToken))
            {
                added.Add(activity);
            }
        }

        Added = [.. added];
    }

    private async Task<Picture> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var picture = await PictureFiles.ReadPictureAsync(FullPath(path), cancellationToken);
        if (RemoveLocation)
        {
            return PictureLocation.Remove(picture);
        }

        return picture;
    }

    private async Task<bool> AddAsync(StravaClient client, ITaskItem activity, List<Picture> pictures, CancellationToken cancellationToken)
    {
        var id = long.Parse(activity.GetMetadata("ActivityId"), CultureInfo.InvariantCulture);
        var addresses = BuildEngine.PhotosOf(id);
        var isComplete = true;
        for (var i = 0; i < pictures.Count; i++)
        {
            try
            {
                var address = addresses.ElementAtOrDefault(i) ?? throw PhotoAddresses.Missing(activity.ItemSpec, addresses.Count);
                await client.UploadPhotoAsync(address, pictures[i], cancellationToken);
                Log.LogMessage("Added {0} to {1}", PhotoPath[i], activity.GetMetadata("ActivityUrl"));
            }
            catch (ApiException e)
            {
                LogError(e, activity.ItemSpec);
                isComplete = false;
            }
        }

        return isComplete;
    }
}
