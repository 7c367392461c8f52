using StravaTools.Sync.Folders;

namespace StravaTools.Sync.Watching;

/// <summary>
/// Calls an action when activity files or pictures of folders change. It only saves time: events get lost in many ways (a full buffer, a
/// network drive, a limit of the system), so the folders must be scanned from time to time anyway.
/// </summary>
internal sealed class FolderWatcher : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private readonly ScanOptions _options;
    private readonly Action _changed;

    /// <param name="paths">The folders, and single files.</param>
    /// <param name="options">Which files count.</param>
    /// <param name="changed">Called on any thread.</param>
    public FolderWatcher(IReadOnlyList<string> paths, ScanOptions options, Action changed)
    {
        (_options, _changed) = (options, changed);
        foreach (var path in paths.Select(Path.GetFullPath))
        {
            TryWatch(path);
        }
    }

    public void Dispose() => _watchers.ForEach(watcher => watcher.Dispose());

    private void TryWatch(string path)
    {
        try
        {
            WatchPath(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            // The folder does not exist now, or the system has no watcher left.
        }
    }

    private void WatchPath(string path)
    {
        var isFolder = Directory.Exists(path);
        var watcher = new FileSystemWatcher(isFolder ? path : Path.GetDirectoryName(path)!)
        {
            IncludeSubdirectories = isFolder,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        _watchers.Add(watcher);
        if (!isFolder)
        {
            watcher.Filter = Path.GetFileName(path);
        }

        watcher.Created += (_, change) => NoteChange(change.FullPath);
        watcher.Changed += (_, change) => NoteChange(change.FullPath);
        watcher.Renamed += (_, change) => NoteChange(change.FullPath);
        watcher.Error += (_, _) => _changed();
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>A folder that was moved here may contain files. Other programs write other files, such as a log.</summary>
    internal static bool IsWanted(string path, ScanOptions options)
    {
        var name = Path.GetFileName(path);
        return (FileNames.IsCandidate(name, options) || FileNames.IsPhoto(name) || Directory.Exists(path))
            && !options.SkippedFolders.Any(folder => PathNames.IsInside(folder, path));
    }

    private void NoteChange(string path)
    {
        if (IsWanted(path, _options))
        {
            _changed();
        }
    }
}
