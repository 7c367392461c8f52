using StravaTools.Activities;
using StravaTools.Sync.Core;
using StravaTools.Sync.Folders;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Running;

/// <summary>Moves or deletes settled files that still have the content that Strava has.</summary>
internal sealed class FileDisposer(FileDisposal disposal, IReadOnlyList<string> roots, string? target)
{
    /// <summary>Moves or deletes a file.</summary>
    /// <returns>Its new path, or the problem.</returns>
    public async Task<(string? NewPath, string? Problem)> DisposeAsync(ContentKey key, string path, CancellationToken cancellationToken)
    {
        try
        {
            if (!File.Exists(path))
            {
                return (null, null);
            }

            var file = await ActivityFile.ReadAsync(path, cancellationToken);
            if (ContentKey.FromSha256(file.Sha256) != key)
            {
                return (null, "It was changed after it was sent, so it remains.");
            }

            if (disposal == FileDisposal.Delete)
            {
                File.Delete(path);
                return (null, null);
            }

            return (MoveFile(path), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, e.Message);
        }
    }

    private string MoveFile(string path)
    {
        var root = roots.Select(Path.GetFullPath).FirstOrDefault(root => PathNames.IsInside(root, path));
        var relative = root is null ? Path.GetFileName(path) : Path.GetRelativePath(root, path);
        var moved = Path.Combine(target!, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(moved)!);
        for (var i = 2; File.Exists(moved); i++)
        {
            var name = string.Create(null, $"{Path.GetFileNameWithoutExtension(relative)}-{i}{Path.GetExtension(relative)}");
            moved = Path.Combine(Path.GetDirectoryName(Path.Combine(target!, relative))!, name);
        }

        File.Move(path, moved);
        return moved;
    }
}
