using StravaTools.Activities;

namespace StravaTools.Client.Uploads;

/// <summary>
/// The external IDs of uploads. Strava returns the ID with each activity, so it identifies the file of an activity even if the response to
/// the upload was lost.
/// </summary>
public static class ExternalIds
{
    /// <summary>Separates the name from the key.</summary>
    private const char Separator = '~';

    /// <summary>48 bits: with a million files, two of them have the same key with a probability of 0.2%.</summary>
    private const int KeyLength = 12;

    /// <summary>
    /// The external ID of a file: its name without extensions, a tilde, and the first 12 hexadecimal digits of the SHA-256 of its
    /// uncompressed content. It is the same in every run, and for a file and its gzip.
    /// </summary>
    public static string ForFile(ActivityFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var unpacked = file.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? file.Name[..^3] : file.Name;
        return ForFile(file, Path.GetFileNameWithoutExtension(unpacked));
    }

    /// <summary>The external ID of a file, with a name other than that of the file.</summary>
    public static string ForFile(ActivityFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        return $"{name}{Separator}{file.Sha256[..KeyLength]}";
    }

    /// <summary>
    /// The key in an external ID: the first 12 hexadecimal digits of the SHA-256 of the content, in lower case. Null if the ID was not
    /// made by <see cref="ForFile(ActivityFile)"/>. Strava appends an extension to the ID, which is ignored.
    /// </summary>
    public static string? FindKey(string? externalId)
    {
        var start = externalId?.LastIndexOf(Separator) + 1 ?? 0;
        if (start == 0 || externalId!.Length < start + KeyLength)
        {
            return null;
        }

        var key = externalId.Substring(start, KeyLength);
        var isComplete = externalId.Length == start + KeyLength || externalId[start + KeyLength] == '.';
        if (isComplete && key.All(char.IsAsciiHexDigitLower))
        {
            return key;
        }

        return null;
    }
}
