namespace StravaTools.Client;

/// <content>Pictures, whatever service they are for.</content>
public static partial class StravaErrors
{
    /// <summary>The picture ends before its end.</summary>
    public static readonly StravaError PictureBroken = new(
        nameof(PictureBroken), "'{0}' is damaged: it ends before its end, or its parts do not fit together.", "Copy it again from where it came from.");

    /// <summary>The picture is of a kind that the service does not take.</summary>
    public static readonly StravaError PictureNotJpeg = new(
        nameof(PictureNotJpeg), "'{0}' is {1}, and Decathlon takes JPEG pictures only.",
        "Save it as JPEG in any program that shows it, or with ImageMagick: magick picture.png -auto-orient picture.jpg.");

    /// <summary>There is nothing to convert a picture with.</summary>
    public static readonly StravaError PictureConverterMissing = new(
        nameof(PictureConverterMissing), "'{0}' cannot be made {1} here: the module has no imaging library, as none without native code is to be had.",
        "Do it before, as with ImageMagick: magick picture.png -auto-orient picture.jpg; for a thumbnail add -resize 1024x1024 -define jpeg:extent=290KB.");
}
