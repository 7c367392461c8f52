using Microsoft.Win32.SafeHandles;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;
using StravaTools.Activities.Validation.Rules;

namespace StravaTools.Activities;

/// <summary>
/// The bytes of a file and what sniffing found in them. The content decides what a file is; its extension is only a hint.
/// </summary>
public sealed class ActivityFile
{
    /// <summary>A file larger than this stays on the disk. Nobody uploads one, but an archive may hold some.</summary>
    private const int LargeSize = 32 * 1024 * 1024;

    private readonly IActivityFormat? _format;
    private readonly GzipContent? _gzip;

    /// <summary>The bytes as they are in the file.</summary>
    private readonly FileContent _file;

    /// <summary>The uncompressed bytes.</summary>
    private readonly FileContent _content;

    private string? _sha256;

    private ActivityFile(string name, string? path, FileContent file, long size, ActivityFileLimits? limits)
    {
        Name = name;
        Path = path;
        Size = size;
        _file = file;
        _gzip = GzipContent.IsGzip(file.Head.Span) ? GzipContent.Unpack(file.Bytes, limits ?? ActivityFileLimits.Default) : null;
        _content = _gzip is null ? file : new FileContent(_gzip.Bytes);
        _format = ActivityFormats.Detect(_content.Head.Span);
    }

    /// <summary>The name of the file without its folder, as it is shown and sent.</summary>
    public string Name { get; }

    /// <summary>Where the file was read from; null for bytes that came from elsewhere.</summary>
    public string? Path { get; }

    /// <summary>How many bytes the file has, packed if it is gzipped.</summary>
    public long Size { get; }

    /// <summary>The bytes as they are in the file, packed if it is gzipped. A large file is read into memory when they are first asked for.</summary>
    public ReadOnlyMemory<byte> Bytes => _file.Bytes;

    /// <summary>The uncompressed bytes. Of a damaged gzip, as much as could be unpacked. A large file is read into memory when they are first asked for.</summary>
    public ReadOnlyMemory<byte> Content => _content.Bytes;

    /// <summary>What the content is; null if it is none of the formats Strava accepts.</summary>
    public ActivityFileFormat? Format => _format?.Format;

    /// <summary>True if the file itself is gzipped.</summary>
    public bool IsGzip => _gzip is not null;

    /// <summary>
    /// Strava's <c>data_type</c> for the file: fit, fit.gz, tcx, tcx.gz, gpx, gpx.gz or json; null if the format is unknown.
    /// Strength JSON has no gzipped form (strava-uploads.md, "How to Upload an Activity"), so it is always json; see <see cref="UploadBytes"/>.
    /// </summary>
    public string? DataType => _format is null ? null : SendsUnpacked ? _format.DataType : _format.DataType + ".gz";

    /// <summary>The bytes to send as <see cref="DataType"/>: those of the file, or the unpacked ones where Strava takes no gzip.</summary>
    public ReadOnlyMemory<byte> UploadBytes => SendsUnpacked ? Content : Bytes;

    /// <summary>SHA-256 of the uncompressed bytes, in lower-case hexadecimal: the same for a file and its gzip.</summary>
    public string Sha256 => _sha256 ??= _content.Sha256();

    /// <summary>The size of <see cref="UploadBytes"/>, which need not be read for it.</summary>
    internal long UploadSize => SendsUnpacked && _gzip is not null ? Content.Length : Size;

    /// <summary>The beginning of the uncompressed bytes; all of them if they are in memory.</summary>
    internal ReadOnlyMemory<byte> Head => _content.Head;

    /// <summary>What is wrong with the gzip; null if it is whole, or if this is none.</summary>
    internal string? GzipDamage => _gzip?.Damage;

    /// <summary>True if the gzip was given up as a bomb: the content is not all of it.</summary>
    internal bool IsGzipTooLarge => _gzip is { IsTooLarge: true };

    private bool SendsUnpacked => !IsGzip || Format == ActivityFileFormat.StrengthJson;

    /// <summary>Takes bytes that are already in memory.</summary>
    /// <param name="name">The name to show and to send.</param>
    /// <param name="bytes">The bytes, gzipped or not. They must not change afterwards.</param>
    /// <param name="limits">What a gzip may unpack to; the default if left out.</param>
    public static ActivityFile FromBytes(string name, ReadOnlyMemory<byte> bytes, ActivityFileLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ActivityFile(name, null, new FileContent(bytes), bytes.Length, limits);
    }

    /// <summary>Reads a stream to its end, from where it is, once; it need not be seekable, and stays open.</summary>
    /// <param name="name">The name to show and to send.</param>
    /// <param name="stream">The bytes, gzipped or not.</param>
    /// <param name="limits">What a gzip may unpack to; the default if left out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<ActivityFile> ReadAsync(
        string name, Stream stream, ActivityFileLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return FromBytes(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), limits);
    }

    /// <summary>Reads a file from disk. A large one stays there: reading its activities takes no memory for its bytes.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The path is a directory, or may not be read.</exception>
    public static Task<ActivityFile> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync(path, ActivityFileLimits.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)"/>
    /// <param name="path">The file.</param>
    /// <param name="limits">What a gzip may unpack to.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<ActivityFile> ReadAsync(string path, ActivityFileLimits limits, CancellationToken cancellationToken = default)
    {
        await using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.Asynchronous))
        {
            if (stream.CanSeek && stream.Length > LargeSize)
            {
                var head = new byte[FileContent.HeadSize];
                await stream.ReadExactlyAsync(head, cancellationToken);
                return OnDisk(path, head, stream.Length, limits);
            }
        }

        return InMemory(path, await File.ReadAllBytesAsync(path, cancellationToken), limits);
    }

    /// <summary>Reads a file from disk into a buffer that is used again and again: for whoever is done with a file before the next.</summary>
    internal static ActivityFile ReadInto(string path, ActivityFileLimits limits, ref byte[] buffer)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        if (!TryGetLength(handle, out var length))
        {
            return InMemory(path, File.ReadAllBytes(path), limits);
        }

        var size = (int)Math.Min(length, length > LargeSize ? FileContent.HeadSize : LargeSize);
        if (size > buffer.Length)
        {
            buffer = GC.AllocateUninitializedArray<byte>((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)size));
        }

        var read = 0;
        while (read < size && RandomAccess.Read(handle, buffer.AsSpan(read, size - read), read) is var more and > 0)
        {
            read += more;
        }

        if (length > LargeSize)
        {
            return OnDisk(path, buffer.AsMemory(0, read), length, limits);
        }

        return InMemory(path, buffer.AsMemory(0, read), limits);
    }

    /// <summary>A pipe has no length.</summary>
    private static bool TryGetLength(SafeFileHandle handle, out long length)
    {
        try
        {
            length = RandomAccess.GetLength(handle);
            return true;
        }
        catch (NotSupportedException)
        {
            length = 0;
            return false;
        }
    }

    private static ActivityFile InMemory(string path, ReadOnlyMemory<byte> bytes, ActivityFileLimits? limits) =>
        new(System.IO.Path.GetFileName(path), path, new FileContent(bytes), bytes.Length, limits);

    private static ActivityFile OnDisk(string path, ReadOnlyMemory<byte> head, long size, ActivityFileLimits? limits)
    {
        var content = new FileContent(head, () => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan));
        return new ActivityFile(System.IO.Path.GetFileName(path), path, content, size, limits);
    }

    /// <summary>
    /// Reads the content. A file that is damaged or breaks a rule gives as much as could be read, with findings; never an exception,
    /// but for a large file that can no longer be read from the disk.
    /// </summary>
    public ActivityContent ReadContent(CancellationToken cancellationToken = default) => ReadContent(new FindingCollector(), cancellationToken);

    internal ActivityContent ReadContent(FindingCollector findings, CancellationToken cancellationToken)
    {
        FileRules.CheckFile(this, _gzip, findings);
        var activities = _format is null ? [] : _format.ReadActivities(_content, findings, cancellationToken);
        return new ActivityContent(activities, findings);
    }
}
