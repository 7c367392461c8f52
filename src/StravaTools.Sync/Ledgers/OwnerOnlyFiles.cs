using System.Text;

namespace StravaTools.Sync.Ledgers;

/// <summary>Folders and files that only their owner can read. On Windows they inherit the permissions of the user's folder.</summary>
internal static class OwnerOnlyFiles
{
    private const UnixFileMode ForFiles = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates a folder, with its parents.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, ForFiles | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Opens a file exclusively.</summary>
    public static FileStream OpenExclusive(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = ForFiles;
        }

        return new FileStream(path, options);
    }

    /// <summary>Replaces a small file. A crash can leave an empty one.</summary>
    public static void WriteText(string path, string text)
    {
        using var stream = OpenExclusive(path, FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }
}
