using Microsoft.Build.Framework;
using StravaTools.Decathlon;
using StravaTools.Http.Errors;

namespace StravaTools.MSBuild.Tasks;

/// <summary>Changes the thumbnail of an activity, and first saves the old one: as a photo of the activity, or to a file.</summary>
[MSBuildMultiThreadableTask]
public sealed class SetDecathlonThumbnail : DecathlonTask
{
    /// <summary>The activity, for example eu2a8ff4b670340f5144.</summary>
    [Required]
    public string ActivityId { get; set; } = "";

    /// <summary>The picture. Set either this or <see cref="Url"/>.</summary>
    public string? PhotoPath { get; set; }

    /// <summary>The address of a picture that is already stored.</summary>
    public string? Url { get; set; }

    /// <summary>
    /// Saves the old thumbnail to this file instead of adding it to the photos. An existing file is an error (FileExists).
    /// </summary>
    public string? SaveCurrentTo { get; set; }

    /// <summary>Overwrites the file of <see cref="SaveCurrentTo"/> if it exists.</summary>
    public bool Overwrite { get; set; }

    /// <summary>Does not save the old thumbnail.</summary>
    public bool NoSave { get; set; }

    /// <summary>Makes a picture smaller if it has 300,000 bytes or more.</summary>
    public bool Resize { get; set; }

    /// <summary>Removes the location from the picture before it is sent.</summary>
    public bool RemoveLocation { get; set; }

    /// <summary>Converts a PNG picture to JPEG.</summary>
    public bool ConvertToJpeg { get; set; }

    /// <summary>The address of the new thumbnail.</summary>
    [Output]
    public string Thumbnail { get; private set; } = "";

    /// <summary>The address of the old thumbnail; empty if the activity had no thumbnail.</summary>
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
        var result = await new DecathlonThumbnails(client).SetAsync(CreateRequest(file), cancellationToken);
        (Thumbnail, PreviousThumbnail) = (result.Thumbnail, result.PreviousThumbnail ?? "");
        if (result.SavedTo is { } saved && await DecathlonThumbnails.MisnamedAsync(saved, cancellationToken) is { } content)
        {
            LogWarning(new ApiException(DecathlonErrors.DecathlonThumbnailMisnamed, saved, content), saved);
        }

        Log.LogMessage("The thumbnail of {0} is now {1}; it was {2}", ActivityId, Thumbnail, PreviousThumbnail);
    }

    private async Task<DecathlonFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var options = new PictureOptions
        {
            RemoveLocation = RemoveLocation,
            ConvertToJpeg = ConvertToJpeg,
            MaxSize = Resize ? DecathlonFiles.RecommendedThumbnailSize : null,
        };
        var file = await DecathlonFiles.ReadPictureAsync(FullPath(path), options, cancellationToken);
        if (file.Bytes.Length < DecathlonFiles.RecommendedThumbnailSize)
        {
            return file;
        }

        const int Limit = DecathlonFiles.RecommendedThumbnailSize;
        LogWarning(new ApiException(DecathlonErrors.DecathlonThumbnailLarge, path, file.Bytes.Length, Limit), path);
        return file;
    }

    private DecathlonThumbnailRequest CreateRequest(DecathlonFile? file) => new()
    {
        ActivityId = ActivityId,
        Picture = file,
        File = PhotoPath,
        Url = Url,
        Saving = ChooseSaving(),
        SaveTo = OptionalPath(SaveCurrentTo),
        Overwrite = Overwrite,
    };

    private DecathlonThumbnailSaving ChooseSaving()
    {
        if (NoSave)
        {
            return DecathlonThumbnailSaving.None;
        }

        if (string.IsNullOrEmpty(SaveCurrentTo))
        {
            return DecathlonThumbnailSaving.AsPhoto;
        }

        return DecathlonThumbnailSaving.ToFile;
    }
}
