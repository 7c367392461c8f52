using System.IO.Enumeration;

namespace StravaTools.Sync.Folders;

/// <summary>Which names activity files have.</summary>
internal static class FileNames
{
    private static readonly string[] Extensions = [".fit", ".gpx", ".tcx", ".json"];

    private static readonly string[] PhotoExtensions = [".jpg", ".jpeg"];

    /// <summary>Files that other programs are writing, such as Zwift's ride of the moment.</summary>
    private static readonly string[] Partial =
    [
        "*.part", "*.partial", "*.tmp", "*.crdownload", ".syncthing.*", "~syncthing~*", ".~*", ".*", "inProgressActivity.fit",
    ];

    /// <summary>True if the file may be an activity file.</summary>
    public static bool IsCandidate(string name, ScanOptions options) =>
        HasActivityExtension(name) && !Matches(name, Partial)
        && (options.Include.Count == 0 || Matches(name, options.Include)) && !Matches(name, options.Exclude);

    /// <summary>True for a name with the extension of strength JSON, which most JSON files are not.</summary>
    public static bool IsJson(string name) => BaseName(name, out var extension).Length > 0 && extension == ".json";

    /// <summary>True if the file is a picture that can be sent.</summary>
    public static bool IsPhoto(string name) => Array.Exists(PhotoExtensions, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without its extension, and without .gz.</summary>
    public static string BaseName(string name, out string extension)
    {
        var unpacked = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        extension = Path.GetExtension(unpacked).ToLowerInvariant();
        return Path.GetFileNameWithoutExtension(unpacked);
    }

    private static bool HasActivityExtension(string name)
    {
        BaseName(name, out var extension);
        return Array.IndexOf(Extensions, extension) >= 0;
    }

    private static bool Matches(string name, IReadOnlyList<string> patterns) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true));
}
