using System.Security.Cryptography;
using StravaTools.Activities.Formats;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities;

/// <summary>
/// The bytes of a file and what sniffing found in them. The content decides what a file is; its extension is only a hint.
/// </summary>
public sealed class ActivityFile
{
    private readonly IActivityFormat? _format;
    private readonly GzipContent? _gzip;
    private string? _sha256;

    private ActivityFile(string name, string? path, ReadOnlyMemory<byte> bytes, ActivityFileLimits? limits)
    {
        Name = name;
        Path = path;
        Bytes = bytes;
        _gzip = GzipContent.IsGzip(bytes.Span) ? GzipContent.Unpack(bytes, limits ?? ActivityFileLimits.Default) : null;
        Content = _gzip?.Bytes ?? bytes;
        _format = ActivityFormats.Detect(Content.Span);
    }

    /// <summary>The name of the file without its folder, as it is shown and sent.</summary>
    public string Name { get; }

    /// <summary>Where the file was read from; null for bytes that came from elsewhere.</summary>
    public string? Path { get; }

    /// <summary>The bytes as they are in the file, packed if it is gzipped.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The uncompressed bytes. Of a damaged gzip, as much as could be unpacked.</summary>
    public ReadOnlyMemory<byte> Content { get; }

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
    public string Sha256 => _sha256 ??= Convert.ToHexStringLower(SHA256.HashData(Content.Span));

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
        return new ActivityFile(name, null, bytes, limits);
    }

    /// <summary>Reads a file from disk.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The path is a directory, or may not be read.</exception>
    public static async Task<ActivityFile> ReadAsync(string path, CancellationToken cancellationToken = default)
    {
        var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
        return new ActivityFile(System.IO.Path.GetFileName(path), path, bytes, limits: null);
    }

    /// <summary>
    /// Reads the content. A file that is damaged or breaks a rule gives as much as could be read, with findings; never an exception.
    /// </summary>
    public ActivityContent Parse(CancellationToken cancellationToken = default)
    {
        var findings = new FindingCollector();
        FileRules.Check(this, _gzip, findings);
        var activities = _format is null ? [] : _format.Read(Content, findings, cancellationToken);
        return new ActivityContent(activities, findings);
    }
}
