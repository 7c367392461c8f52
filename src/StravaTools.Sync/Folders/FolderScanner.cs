using StravaTools.Activities;
using StravaTools.Activities.Validation;
using StravaTools.Http.Errors;
using StravaTools.Sync.Core;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Folders;

/// <summary>Finds and checks the activity files of folders. A file that the ledger has with the same size and time is not read.</summary>
internal sealed class FolderScanner(LedgerState ledger, ScanOptions options, TimeProvider clock)
{
    /// <summary>A folder without files is suspicious if the ledger has at least this number of files in it.</summary>
    private const int SuspiciousCount = 10;

    /// <summary>A file that was modified this recently may still be written, so it is looked at twice.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan SecondLook = TimeSpan.FromSeconds(10);

    /// <summary>File systems store times in steps of up to 2 seconds: a later change can have the same time.</summary>
    private static readonly TimeSpan TimeStep = TimeSpan.FromSeconds(2);

    /// <summary>A file that is not complete is judged only when it is this old.</summary>
    private static readonly TimeSpan InvalidAfter = TimeSpan.FromHours(24);

    /// <summary>The IDs of the rules that a file breaks because it is not complete.</summary>
    private static readonly HashSet<string> Incomplete =
        [.. ActivityFileRules.All.Where(rule => rule.IsBrokenByTruncation).Select(rule => rule.Id)];

    private static readonly string RulesVersion = typeof(ActivityValidator).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.System,
    };

    private readonly Dictionary<string, string> _photos = new(StringComparer.Ordinal);

    /// <summary>Scans folders and single files.</summary>
    /// <exception cref="ApiException">
    /// <see cref="SyncErrors.FolderNotReadable"/>, <see cref="SyncErrors.FolderSuspiciouslyEmpty"/>, or
    /// <see cref="SyncErrors.SettingNotValid"/> for a path of a device, a pipe, or a socket.
    /// </exception>
    public async Task<List<ScannedFile>> ScanAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var found = paths.SelectMany(path => FindFiles(Path.GetFullPath(path)))
            .DistinctBy(file => file.FullName, StringComparer.Ordinal).ToList();
        var result = new List<ScannedFile>();
        var unread = new List<FileInfo>();
        foreach (var file in found)
        {
            if (Recall(file) is { } known)
            {
                result.Add(known);
            }
            else
            {
                unread.Add(file);
            }
        }

        var (ready, waiting) = await SettleAsync(unread, cancellationToken);
        result.AddRange(waiting);
        await CheckAsync(ready, result, cancellationToken);
        return result.ConvertAll(file => file with { PhotoPath = FindPhoto(file.Path) });
    }

    private IEnumerable<FileInfo> FindFiles(string path)
    {
        if (SpecialFiles.IsSpecial(path))
        {
            throw new ApiException(SyncErrors.SettingNotValid, "Path", path, "a folder or a file, not a device, a pipe, or a socket");
        }

        if (File.Exists(path))
        {
            return [new FileInfo(path)];
        }

        try
        {
            var folder = new DirectoryInfo(path);
            var all = folder.EnumerateFiles("*", Everything).Where(file => !IsSkipped(file.FullName)).ToList();
            ThrowIfSuspicious(path, all.Count);
            foreach (var photo in all.Where(file => FileNames.IsPhoto(file.Name)))
            {
                _photos[Path.ChangeExtension(photo.FullName, null)] = photo.FullName;
            }

            return all.Where(IsWanted).OrderBy(file => file.FullName, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.FolderNotReadable, e, path, e.Message);
        }
    }

    private bool IsWanted(FileInfo file) =>
        FileNames.IsCandidate(file.Name, options) && !(file.LastWriteTimeUtc < options.NewerThan?.UtcDateTime)
        && !SpecialFiles.IsSpecial(file.FullName);

    private bool IsSkipped(string path) =>
        options.SkippedFolders.Any(folder => PathNames.IsInside(folder, path));

    private void ThrowIfSuspicious(string folder, int count)
    {
        var known = ledger.Paths.Keys.Count(path => PathNames.IsInside(folder, path));
        if (count == 0 && known >= SuspiciousCount)
        {
            throw new ApiException(SyncErrors.FolderSuspiciouslyEmpty, folder, known);
        }
    }

    /// <summary>What the ledger has about a file that did not change.</summary>
    private ScannedFile? Recall(FileInfo file)
    {
        if (ledger.Paths.GetValueOrDefault(file.FullName) is not { Modified: { } modified } record || record.Size != file.Length
            || modified != Modified(file) || ledger.Items.GetValueOrDefault(record.Key) is not { } item)
        {
            return null;
        }

        if (item.State == SyncState.Invalid && item.By?.EndsWith(RulesVersion, StringComparison.Ordinal) != true)
        {
            // Newer rules may accept it.
            return null;
        }

        return new ScannedFile(file.FullName, item.State == SyncState.Invalid ? SyncState.Invalid : SyncState.Planned)
        {
            Key = record.Key,
            Size = record.Size,
            Modified = modified,
            Start = item.Start,
            Elapsed = item.Elapsed,
            Sport = item.Sport,
            Code = item.State == SyncState.Invalid ? item.By : null,
            Why = item.State == SyncState.Invalid ? item.Why : null,
            IsRemembered = true,
        };
    }

    /// <summary>Files that were modified a moment ago are looked at twice.</summary>
    private async Task<(List<FileInfo> Ready, List<ScannedFile> Waiting)> SettleAsync(
        List<FileInfo> files, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var fresh = files.Where(file => now - Modified(file) < Fresh).ToList();
        if (fresh.Count == 0)
        {
            return (files.Where(IsOldEnough).ToList(), files.Where(file => !IsOldEnough(file)).Select(TooNew).ToList());
        }

        var looks = fresh.ConvertAll(file => (file.Length, file.LastWriteTimeUtc));
        await Task.Delay(SecondLook, clock, cancellationToken);
        var changing = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < fresh.Count; i++)
        {
            fresh[i].Refresh();
            if (!fresh[i].Exists || (fresh[i].Length, fresh[i].LastWriteTimeUtc) != looks[i])
            {
                changing.Add(fresh[i].FullName);
            }
        }

        var waiting = files.Where(file => changing.Contains(file.FullName))
            .Select(file => new ScannedFile(file.FullName, SyncState.Waiting) { Code = "FileChanging", Why = "It is being written." });
        var rest = files.Where(file => !changing.Contains(file.FullName)).ToList();
        return (rest.Where(IsOldEnough).ToList(), [.. waiting, .. rest.Where(file => !IsOldEnough(file)).Select(TooNew)]);
    }

    private bool IsOldEnough(FileInfo file) => options.Delay <= TimeSpan.Zero || clock.GetUtcNow() - Modified(file) >= options.Delay;

    private static ScannedFile TooNew(FileInfo file) =>
        new(file.FullName, SyncState.Waiting) { Code = "Delay", Why = "It is newer than the delay." };

    private async Task CheckAsync(List<FileInfo> files, List<ScannedFile> result, CancellationToken cancellationToken)
    {
        var byPath = files.ToDictionary(file => file.FullName, StringComparer.Ordinal);
        var checks = new BatchValidationOptions
        {
            Threads = Environment.ProcessorCount,
            ComputesSha256 = true,
            Validation = ValidationOptions.Default with { Now = clock.GetUtcNow() },
        };
        var results = ActivityValidator.ValidateManyAsync(files.Select(file => file.FullName), checks, cancellationToken);
        await foreach (var checkedFile in results)
        {
            if (JudgeFile(byPath[checkedFile.Path], checkedFile) is { } judged)
            {
                result.Add(judged);
            }
        }
    }

    private ScannedFile? JudgeFile(FileInfo file, CheckedFile result)
    {
        var before = (file.Length, file.LastWriteTimeUtc);
        file.Refresh();
        if (result.Report is not { } report || !file.Exists || (file.Length, file.LastWriteTimeUtc) != before)
        {
            var why = result.Error?.Message ?? "It changed while it was read.";
            return new ScannedFile(result.Path, SyncState.Waiting) { Code = "FileNotReadable", Why = why };
        }

        if (!report.IsValid && report.StartTime is null && FileNames.IsExtensionShared(file.Name))
        {
            // Probably something else, such as the settings of a program.
            return null;
        }

        var now = clock.GetUtcNow();
        var isTimeReliable = Modified(file) < now - TimeStep;
        var scanned = new ScannedFile(result.Path, SyncState.Planned)
        {
            Key = ContentKey.FromSha256(result.Sha256!),
            Size = file.Length,
            Modified = isTimeReliable ? Modified(file) : null,
            Start = report.StartTime,
            Elapsed = (long?)report.ElapsedTime?.TotalSeconds,
            Sport = report.SportType?.Name,
        };
        if (report.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is not { } error)
        {
            return scanned;
        }

        var isUnfinished = Incomplete.Contains(error.RuleId) && now - Modified(file) < InvalidAfter;
        return scanned with
        {
            State = isUnfinished ? SyncState.Waiting : SyncState.Invalid,
            Code = isUnfinished ? error.RuleId : $"{error.RuleId} {RulesVersion}",
            Why = error.Message,
        };
    }

    private string? FindPhoto(string path)
    {
        var name = FileNames.BaseName(Path.GetFileName(path));
        return _photos.GetValueOrDefault(Path.Combine(Path.GetDirectoryName(path)!, name));
    }

    private static DateTimeOffset Modified(FileInfo file) => new(file.LastWriteTimeUtc, TimeSpan.Zero);
}
