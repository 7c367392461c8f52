using System.IO.Compression;
using Microsoft.Win32.SafeHandles;

namespace StravaTools.FakeStrava.Blobs;

/// <summary>
/// Keeps uploaded files and photos until the fake stops, compressed: the first ones in memory, the others in a temporary file, because a
/// fake can run for days.
/// </summary>
/// <param name="maxMemory">The size of all blobs in memory, in bytes after compression.</param>
internal sealed class BlobStore(long maxMemory) : IDisposable
{
    private readonly Lock _lock = new();
    private FileStream? _file;
    private long _memory;

    /// <returns>Reads the bytes again, until the store is disposed.</returns>
    /// <exception cref="IOException">The temporary file cannot be written.</exception>
    public Func<ReadOnlyMemory<byte>> AddBlob(ReadOnlySpan<byte> bytes)
    {
        var compressed = Compress(bytes);
        lock (_lock)
        {
            if (_memory + compressed.Length <= maxMemory)
            {
                _memory += compressed.Length;
                return FromMemory(compressed);
            }

            _file ??= CreateFile();
            var offset = _file.Length;
            RandomAccess.Write(_file.SafeFileHandle, compressed, offset);
            return FromFile(_file.SafeFileHandle, offset, compressed.Length);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static Func<ReadOnlyMemory<byte>> FromMemory(byte[] compressed) => () => Decompress(compressed);

    private static Func<ReadOnlyMemory<byte>> FromFile(SafeFileHandle file, long offset, int length) => () =>
    {
        var compressed = new byte[length];
        RandomAccess.Read(file, compressed, offset);
        return Decompress(compressed);
    };

    private static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var deflate = new DeflateStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            deflate.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static ReadOnlyMemory<byte> Decompress(byte[] compressed)
    {
        using var deflate = new DeflateStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        deflate.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Only its owner can read the file, and it is deleted even if the process is killed.</summary>
    private static FileStream CreateFile()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
        };
        var path = Path.Combine(Path.GetTempPath(), $"fake-strava-{Path.GetRandomFileName()}");
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose;
            return new FileStream(path, options);
        }

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // The file exists without a name until it is closed.
        File.Delete(path);
        return file;
    }
}
