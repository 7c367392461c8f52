namespace StravaTools.Http.Pictures;

/// <summary>A picture to upload. Its content determines its format.</summary>
public sealed class Picture
{
    /// <param name="name">The name to show in messages.</param>
    /// <param name="bytes">The complete file.</param>
    public Picture(string name, ReadOnlyMemory<byte> bytes)
    {
        Name = name;
        Bytes = bytes;
    }

    /// <summary>The name to show in messages.</summary>
    public string Name { get; }

    /// <summary>The bytes to send.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The format.</summary>
    public PictureFormat Format => PictureFormats.DetectFormat(Bytes.Span);

    /// <summary>True for JPEG and PNG, which Strava accepts (strava-partner-uploads.md, "Step 2").</summary>
    public bool IsJpegOrPng => Format is PictureFormat.Jpeg or PictureFormat.Png;

    /// <summary>Reads a picture from disk.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    public static async Task<Picture> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        new(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));
}
