using StravaTools.Activities.Formats;
using StravaTools.Activities.Formats.Repair;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>
/// The bytes of a file, and the format that was detected in them. The content decides; the extension is only a hint.
/// </summary>
public sealed class ActivityFile
{
    /// <summary>A file of more bytes stays on the disk. No such file is uploaded, but an archive may contain some.</summary>
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
        _content = file;
        if (GzipContent.IsGzip(file.Head.Span) && !IsTooLarge)
        {
            _gzip = GzipContent.Unpack(file, limits ?? ActivityFileLimits.Default);
            _content = new FileContent(_gzip.Bytes);
        }

        _format = Registry.Detect(_content.Head.Span);
    }

    /// <summary>The name of the file without its folder, as it is shown and sent.</summary>
    public string Name { get; }

    /// <summary>The path that the file was read from; null for bytes from another source.</summary>
    public string? Path { get; }

    /// <summary>The size in bytes; the packed size if the file is gzipped.</summary>
    public long Size { get; }

    /// <summary>The bytes of the file, packed if it is gzipped. A large file is read into memory on the first access.</summary>
    public ReadOnlyMemory<byte> Bytes => _file.Bytes;

    /// <summary>
    /// The uncompressed bytes; of a damaged gzip, as much as could be unpacked. A large file is read into memory on the first access.
    /// </summary>
    public ReadOnlyMemory<byte> Content => _content.Bytes;

    /// <summary>The format of the content; null if Strava accepts no such format.</summary>
    public ActivityFileFormat? Format => _format?.Info.Format;

    /// <summary>More about <see cref="Format"/>; null if the format is unknown.</summary>
    public ActivityFormatInfo? FormatInfo => _format?.Info;

    /// <summary>True if the file itself is gzipped.</summary>
    public bool IsGzip => _gzip is not null;

    /// <summary>
    /// Strava's <c>data_type</c> for the file: fit, fit.gz, tcx, tcx.gz, gpx, gpx.gz, or json; null if the format is unknown. Strength JSON
    /// has no gzipped data type (strava-uploads.md, "How to Upload an Activity"), so it is always json; see <see cref="UploadBytes"/>.
    /// </summary>
    public string? DataType
    {
        get
        {
            if (_format is null || SendsUnpacked)
            {
                return _format?.Info.DataType;
            }

            return _format.Info.DataType + ".gz";
        }
    }

    /// <summary>
    /// The bytes to send as <see cref="DataType"/>: those of the file, or the unpacked ones if Strava accepts no gzip of the format.
    /// </summary>
    public ReadOnlyMemory<byte> UploadBytes => SendsUnpacked ? Content : Bytes;

    /// <summary>SHA-256 of the uncompressed bytes, in lower-case hexadecimal: the same for a file and its gzip.</summary>
    public string Sha256 => _sha256 ??= _content.Sha256();

    /// <summary>What is wrong with the gzip; null if it is complete, or if the file is not gzipped.</summary>
    internal string? GzipDamage => _gzip?.Damage;

    /// <summary>The number of bytes after the end of the gzip.</summary>
    internal int GzipTrailingBytes => _gzip?.TrailingBytes ?? 0;

    /// <summary>True if the file is not read because of its size.</summary>
    internal bool IsTooLarge => Size > FileContent.MaxSize;

    /// <summary>True if the gzip exceeds the limits and was not unpacked to its end.</summary>
    internal bool IsGzipTooLarge => _gzip is { IsTooLarge: true };

    /// <summary>True if the format is only read in memory, and the content is larger than that allows.</summary>
    private bool IsTooLargeText => _content.Size > _format?.Info.MaxSize;

    private static ActivityFormatRegistry Registry => ActivityFormatRegistry.Default;

    private bool SendsUnpacked => !IsGzip || _format is { Info.HasGzipDataType: false };

    /// <summary>Makes a file of bytes in memory.</summary>
    /// <param name="name">The name to show and to send.</param>
    /// <param name="bytes">The bytes, gzipped or not. They must not change afterwards.</param>
    /// <param name="limits">The limits for unpacking gzip; the default if omitted.</param>
    public static ActivityFile FromBytes(string name, ReadOnlyMemory<byte> bytes, ActivityFileLimits? limits = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return new ActivityFile(name, null, new FileContent(bytes), bytes.Length, limits);
    }

    /// <summary>Reads a stream from its current position to its end. It need not be seekable, and stays open.</summary>
    /// <param name="name">The name to show and to send.</param>
    /// <param name="stream">The bytes, gzipped or not.</param>
    /// <param name="limits">The limits for unpacking gzip; the default if omitted.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static async Task<ActivityFile> ReadAsync(
        string name, Stream stream, ActivityFileLimits? limits = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken);
        return FromBytes(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length), limits);
    }

    /// <summary>Reads a file from disk. A large file stays on the disk: reading its activities takes no memory for its bytes.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The path is a directory, or access is denied.</exception>
    public static Task<ActivityFile> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        ReadAsync(path, ActivityFileLimits.Default, cancellationToken);

    /// <inheritdoc cref="ReadAsync(string, CancellationToken)"/>
    /// <param name="path">The file.</param>
    /// <param name="limits">The limits for unpacking gzip.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    public static async Task<ActivityFile> ReadAsync(string path, ActivityFileLimits limits, CancellationToken cancellationToken = default)
    {
        SpecialFiles.ThrowIfSpecial(path);
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

    /// <summary>
    /// Reads a file from disk into a buffer that is reused: for a caller that finishes with a file before it reads the next.
    /// </summary>
    internal static ActivityFile ReadInto(string path, ActivityFileLimits limits, ref byte[] buffer)
    {
        SpecialFiles.ThrowIfSpecial(path);
        using var handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        var length = RandomAccess.GetLength(handle);
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

    private static ActivityFile InMemory(string path, ReadOnlyMemory<byte> bytes, ActivityFileLimits? limits) =>
        new(System.IO.Path.GetFileName(path), path, new FileContent(bytes), bytes.Length, limits);

    private static ActivityFile OnDisk(string path, ReadOnlyMemory<byte> head, long size, ActivityFileLimits? limits)
    {
        Stream Open() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var content = new FileContent(head, size, Open);
        return new ActivityFile(System.IO.Path.GetFileName(path), path, content, size, limits);
    }

    /// <summary>
    /// Reads the content. A file that is damaged or breaks a rule gives as much as could be read, with findings. It only fails for a large
    /// file that can no longer be read from the disk.
    /// </summary>
    public ActivityContent ReadContent(CancellationToken cancellationToken = default) =>
        ReadContent(new FindingCollector(), cancellationToken);

    internal ActivityContent ReadContent(FindingCollector findings, CancellationToken cancellationToken)
    {
        Registry.CheckFile(CollectFacts(), findings);
        if (_format is null || IsTooLarge || IsTooLargeText)
        {
            return new ActivityContent(Path ?? Name, [], findings);
        }

        return new ActivityContent(Path ?? Name, _format.ReadActivities(_content, findings, cancellationToken), findings);
    }

    /// <summary>Checks activities that were read from this file without errors.</summary>
    internal void CheckActivities(ActivityCheckContext context, CancellationToken cancellationToken)
    {
        if (_format is not null)
        {
            Registry.CheckActivities(_format, context, cancellationToken);
        }
    }

    /// <summary>Repairs the uncompressed content; it is unchanged if nothing was added to the log.</summary>
    internal ReadOnlyMemory<byte> RepairContent(RepairLog repairs, CancellationToken cancellationToken)
    {
        if (_format is null || IsGzipTooLarge || IsTooLarge || IsTooLargeText)
        {
            return Content;
        }

        return _format.Repair(Content, repairs, cancellationToken);
    }

    /// <summary>The same file with other bytes.</summary>
    internal ActivityFile WithBytes(ReadOnlyMemory<byte> bytes) => FromBytes(Name, bytes);

    private FileFacts CollectFacts() => new()
    {
        Name = Name,
        Size = Size,
        ContentSize = _content.Size,
        UploadSize = IsGzip && SendsUnpacked ? Content.Length : Size,
        IsGzip = IsGzip,
        IsGzipTooLarge = IsGzipTooLarge,
        GzipDamage = GzipDamage,
        GzipTrailingBytes = GzipTrailingBytes,
        MaxReadableSize = _format is { Info.MaxSize: { } max } ? Math.Min(max, FileContent.MaxSize) : FileContent.MaxSize,
        Format = FormatInfo,
        UnknownContent = _format is null && !IsTooLarge ? UnknownContent.Describe(_content.Head.Span) : null,
        KnownExtensions = Registry.Extensions,
    };
}
