using Microsoft.Build.Framework;
using StravaTools.Decathlon;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Changes the thumbnail of an activity, and saves the old one before: as a photo of the activity, or to a file.</summary>
[MSBuildMultiThreadableTask]
public sealed class SetDecathlonThumbnail : DecathlonTask
{
    /// <summary>The activity, as eu2a8ff4b670340f5144.</summary>
    [Required]
    public string ActivityId { get; set; } = "";

    /// <summary>The picture; none if <see cref="Url"/> is given.</summary>
    public string? PhotoPath { get; set; }

    /// <summary>The address of a picture that is stored already.</summary>
    public string? Url { get; set; }

    /// <summary>Save the old thumbnail to this file, instead of adding it to the photos. One that is there is overwritten, as builds do.</summary>
    public string? SaveCurrentTo { get; set; }

    /// <summary>Do not save the old thumbnail.</summary>
    public bool NoSave { get; set; }

    /// <summary>Take out of the picture where it was taken.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>Where the thumbnail is now.</summary>
    [Output]
    public string Thumbnail { get; private set; } = "";

    /// <summary>Where the old one was.</summary>
    [Output]
    public string PreviousThumbnail { get; private set; } = "";

    /// <inheritdoc/>
    protected override async System.Threading.Tasks.Task ExecuteAsync(DecathlonClient client, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(PhotoPath) == string.IsNullOrEmpty(Url))
        {
            LogError(DecathlonErrors.DecathlonThumbnailMissing);
            return;
        }

        if (NoSave && !string.IsNullOrEmpty(SaveCurrentTo))
        {
            LogError(DecathlonErrors.DecathlonSavingTwice);
            return;
        }

        var file = string.IsNullOrEmpty(PhotoPath) ? null : await ReadAsync(PhotoPath, cancellationToken);
        var result = await new DecathlonThumbnails(client).SetAsync(Request(file), cancellationToken);
        (Thumbnail, PreviousThumbnail) = (result.Thumbnail, result.PreviousThumbnail ?? "");
        Log.LogMessage("The thumbnail of {0} is {1} now; it was {2}", ActivityId, Thumbnail, PreviousThumbnail);
    }

    private async Task<DecathlonFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = await DecathlonFiles.ReadPictureAsync(FullPath(path), new PictureOptions { RemoveLocation = RemoveLocation }, cancellationToken);
        if (file.Bytes.Length >= DecathlonFiles.RecommendedThumbnailSize)
        {
            var large = DecathlonErrors.DecathlonThumbnailLarge;
            LogWarning(large.Id, large.Format(path, file.Bytes.Length, DecathlonFiles.RecommendedThumbnailSize), path);
        }

        return file;
    }

    private DecathlonThumbnailRequest Request(DecathlonFile? file) => new()
    {
        ActivityId = ActivityId,
        Picture = file,
        File = PhotoPath,
        Url = Url,
        Saving = NoSave ? DecathlonThumbnailSaving.None
            : string.IsNullOrEmpty(SaveCurrentTo) ? DecathlonThumbnailSaving.AsPhoto : DecathlonThumbnailSaving.ToFile,
        SaveTo = string.IsNullOrEmpty(SaveCurrentTo) ? null : FullPath(SaveCurrentTo),
        Overwrite = true,
    };
}
