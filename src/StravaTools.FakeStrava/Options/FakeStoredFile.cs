namespace StravaTools.FakeStrava.Options;

/// <summary>A file that was stored.</summary>
/// <param name="Key">The end of its URL.</param>
/// <param name="FileName">The file name in the request.</param>
/// <param name="ContentType">The content type of the responses.</param>
/// <param name="Bytes">The file.</param>
public sealed record FakeStoredFile(string Key, string FileName, string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The file.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => ReadBytes();
        init => ReadBytes = () => value;
    }

    internal Func<ReadOnlyMemory<byte>> ReadBytes { get; init; } = () => Bytes;
}
