namespace StravaTools.FakeStrava.State;

/// <summary>A photo that was sent to the photo host.</summary>
/// <param name="UniqueId">Its id.</param>
/// <param name="ActivityId">The activity it belongs to.</param>
/// <param name="Bytes">The image. Read it before the server is disposed.</param>
/// <param name="ContentType">The format of the bytes: image/jpeg or image/png.</param>
/// <param name="UploadedAt">When it was sent, by the fake's clock.</param>
public sealed record FakePhoto(string UniqueId, long ActivityId, ReadOnlyMemory<byte> Bytes, string ContentType, DateTimeOffset UploadedAt)
{
    /// <summary>The image. After the server was disposed, it may be gone: photos that exceed 4 MiB in total were in a file.</summary>
    /// <exception cref="ObjectDisposedException">The server was disposed, and the photo was in a file.</exception>
    public ReadOnlyMemory<byte> Bytes
    {
        get => ReadBytes();
        init => ReadBytes = () => value;
    }

    internal Func<ReadOnlyMemory<byte>> ReadBytes { get; init; } = () => Bytes;
}
