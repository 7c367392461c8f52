using System.IO.Enumeration;
using StravaTools.Activities;

namespace StravaTools.Sync.Folders;

/// <summary>Which names activity files have.</summary>
internal static class FileNames
{
    private static readonly string[] PhotoExtensions = [".jpg", ".jpeg"];

    /// <summary>Files that other programs are writing, such as Zwift's ride of the moment.</summary>
    private static readonly string[] Partial =
    [
        "*.part", "*.partial", "*.tmp", "*.crdownload", ".syncthing.*", "~syncthing~*", ".~*", ".*", "inProgressActivity.fit",
    ];

    /// <summary>True if the file may be an activity file.</summary>
    public static bool IsCandidate(string name, ScanOptions options) =>
        ActivityFileFormats.FromFileName(name) is not null && !Matches(name, Partial)
        && (options.Include.Count == 0 || Matches(name, options.Include)) && !Matches(name, options.Exclude);

    /// <summary>True for a name with an extension that most files of other kinds have, too.</summary>
    public static bool IsExtensionShared(string name) => ActivityFileFormats.FromFileName(name) is { IsExtensionShared: true };

    /// <summary>True if the file is a picture that can be sent.</summary>
    public static bool IsPhoto(string name) => Array.Exists(PhotoExtensions, end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name without its extension, and without .gz.</summary>
    public static string BaseName(string name) =>
        Path.GetFileNameWithoutExtension(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name);

    private static bool Matches(string name, IReadOnlyList<string> patterns) =>
        patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: true));
}
