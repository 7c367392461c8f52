using StravaTools.Http.Files;

namespace StravaTools.Http.Pictures;

/// <summary>A picture to upload. Its content determines its format.</summary>
public sealed class Picture
{
    /// <summary>The maximum size of a picture that is read from disk, in bytes.</summary>
    public const int MaxSize = 200_000_000;

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
    /// <exception cref="IOException">
    /// The file does not exist, cannot be read, is empty, is a device, a pipe, or a socket, or is larger than <see cref="MaxSize"/>.
    /// </exception>
    public static async Task<Picture> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        if (EmptyFiles.IsEmpty(path))
        {
            throw new IOException("it is empty, or it is a device, a pipe, or a socket.");
        }

        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous);

        // A device has no length, and its content can have no end.
        var length = stream.CanSeek ? stream.Length : 0;
        if (length > MaxSize)
        {
            throw new IOException(FormattableString.Invariant($"The file has {length} bytes; the limit is {MaxSize} bytes."));
        }

        var bytes = new byte[length];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return new Picture(Path.GetFileName(path), bytes);
    }
}
