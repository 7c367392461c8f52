using System.Text;
using StravaTools.Activities;
using StravaTools.Http.Errors;
using StravaTools.Http.Pictures;

namespace StravaTools.Decathlon;

/// <summary>
/// Reads files and checks them against the documented limits before any request is sent. The content of a file determines its format.
/// </summary>
public static class DecathlonFiles
{
    /// <summary>A photo must be smaller: "Mandatory, less than 3Mo" (decathlon-photos.md, "Photos and Thumbnails").</summary>
    public const int MaxPhotoSize = 3_000_000;

    /// <summary>A thumbnail should be smaller: "Recommandation, less than 300Ko" (decathlon-photos.md, "Photos and Thumbnails").</summary>
    public const int RecommendedThumbnailSize = 300_000;

    /// <summary>Reads a file of any supported type: GPX, TCX, JSON, XML, or JPEG.</summary>
    /// <exception cref="DecathlonException">The file has another type, or the photo is too large.</exception>
    /// <exception cref="ApiException">The file cannot be read, or the photo is not a JPEG or is damaged.</exception>
    public static async Task<DecathlonFile> ReadAsync(
        string path, PictureOptions? options = null, CancellationToken cancellationToken = default)
    {
        var picture = await PictureFiles.ReadAnyAsync(path, cancellationToken);
        if (picture.Format == PictureFormat.Unknown)
        {
            return FromText(path, picture);
        }

        return FromPicture(picture, options);
    }

    /// <summary>Reads a photo.</summary>
    /// <exception cref="DecathlonException"><see cref="DecathlonErrors.DecathlonPhotoTooLarge"/>.</exception>
    /// <exception cref="ApiException">The photo cannot be read, is not a JPEG, or is damaged.</exception>
    public static async Task<DecathlonFile> ReadPictureAsync(
        string path, PictureOptions? options = null, CancellationToken cancellationToken = default) =>
        FromPicture(await PictureFiles.ReadAnyAsync(path, cancellationToken), options);

    /// <summary>Checks a photo and applies the options.</summary>
    /// <exception cref="DecathlonException"><see cref="DecathlonErrors.DecathlonPhotoTooLarge"/>.</exception>
    /// <exception cref="ApiException">The photo is not a JPEG, or it is damaged.</exception>
    public static DecathlonFile FromPicture(Picture picture, PictureOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var sent = Prepare(picture, options ?? new PictureOptions());
        if (sent.Bytes.Length < MaxPhotoSize)
        {
            return new DecathlonFile { Name = Path.ChangeExtension(picture.Name, ".jpeg"), ContentType = "image/jpeg", Bytes = sent.Bytes };
        }

        throw new DecathlonException(DecathlonErrors.DecathlonPhotoTooLarge, picture.Name, sent.Bytes.Length, MaxPhotoSize);
    }

    /// <summary>Returns a complete JPEG.</summary>
    private static Picture Prepare(Picture picture, PictureOptions options)
    {
        var sent = options.ConvertToJpeg && picture.Format == PictureFormat.Png ? PictureConverter.ToJpeg(picture) : picture;
        if (sent.Format == PictureFormat.Heic)
        {
            throw new ApiException(ApiErrors.PictureHeic, picture.Name);
        }

        if (sent.Format != PictureFormat.Jpeg)
        {
            throw new ApiException(ApiErrors.PictureNotJpeg, picture.Name, Describe(picture.Format));
        }

        if (!PictureInfo.FromBytes(sent.Bytes.Span).IsComplete)
        {
            throw new ApiException(ApiErrors.PictureBroken, picture.Name);
        }

        if (options.MaxSize is { } size)
        {
            sent = PictureConverter.Shrink(sent, size);
        }

        return options.RemoveLocation ? PictureLocation.Remove(sent) : sent;
    }

    /// <summary>Returns the name of a picture format, with its article.</summary>
    public static string Describe(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "a JPEG picture",
        PictureFormat.Png => "a PNG picture",
        PictureFormat.Heic => "a HEIC picture",
        _ => "not a picture",
    };

    private static DecathlonFile FromText(string path, Picture file)
    {
        var activity = ActivityFile.FromBytes(file.Name, file.Bytes.ToArray());
        if (activity.IsGzip)
        {
            throw NotTaken(path, "gzipped");
        }

        var (extension, type) = activity.FormatInfo switch
        {
            { IsText: false } binary => throw NotTaken(path, $"a {binary.DisplayName} file"),
            { } text => (text.Extension, text.ContentType),
            null => OtherText(path, file),
        };
        return new DecathlonFile { Name = Path.ChangeExtension(file.Name, extension), ContentType = type, Bytes = file.Bytes };
    }

    private static (string Extension, string Type) OtherText(string path, Picture file) =>
        Encoding.UTF8.GetString(file.Bytes.Span[..Math.Min(file.Bytes.Length, 4096)]).TrimStart('\uFEFF', ' ', '\t', '\r', '\n') switch
        {
            ['<', ..] => (".xml", "application/xml"),
            ['{' or '[', ..] => (".json", "application/json"),
            "" => throw NotTaken(path, "empty"),
            _ => throw NotTaken(path, "of an unsupported type"),
        };

    private static DecathlonException NotTaken(string path, string what) => new(DecathlonErrors.DecathlonFileNotTaken, path, what);
}
