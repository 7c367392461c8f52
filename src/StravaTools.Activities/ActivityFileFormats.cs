using StravaTools.Activities.Model;

namespace StravaTools.Activities;

/// <summary>The file formats that Strava accepts (strava-uploads.md, "Supported File Types").</summary>
public static class ActivityFileFormats
{
    private const string Gz = ".gz";

    /// <summary>All formats.</summary>
    public static IReadOnlyList<ActivityFormatInfo> All => ActivityFormatRegistry.Default.Infos;

    /// <summary>The names and properties of a format.</summary>
    public static ActivityFormatInfo GetInfo(ActivityFileFormat format) => ActivityFormatRegistry.Default.GetFormat(format).Info;

    /// <summary>
    /// The format that the extension of a file name stands for, with or without <c>.gz</c>; null if the extension is unknown.
    /// </summary>
    public static ActivityFormatInfo? FromFileName(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var unpacked = path.EndsWith(Gz, StringComparison.OrdinalIgnoreCase) ? path[..^Gz.Length] : path;
        return All.FirstOrDefault(format => format.Extension.Equals(Path.GetExtension(unpacked), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The format of one of Strava's data types, such as <c>fit.gz</c>, in lower case; null if Strava has no such data type.
    /// </summary>
    public static ActivityFormatInfo? FromDataType(string dataType) =>
        All.FirstOrDefault(format => format.DataTypes.Contains(dataType, StringComparer.Ordinal));
}
