using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;
using System.Text;
using StravaTools.Http.Errors;

namespace StravaTools.Http.Files;

/// <summary>Folders and files that only their owner can access.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode WritableByOthers = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Creates a folder. An existing folder is unchanged; the files in it are private anyway.</summary>
    public static void CreateFolder(string path)
    {
        if (Directory.Exists(path))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            CreateOnWindows(path);
        }
        else
        {
            Directory.CreateDirectory(path, FileMode0600 | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Creates a file for writing. On Windows it inherits the permissions of its folder.</summary>
    public static FileStream Create(string path) => OpenOwnerOnly(path, FileMode.CreateNew);

    /// <summary>Opens a file exclusively. Throws an <see cref="IOException"/> if it is already open.</summary>
    public static FileStream OpenExclusive(string path, FileMode mode = FileMode.OpenOrCreate) => OpenOwnerOnly(path, mode);

    /// <summary>Replaces a small file. A crash can leave an empty one.</summary>
    public static void WriteText(string path, string text)
    {
        using var stream = OpenExclusive(path, FileMode.Create);
        stream.Write(Encoding.UTF8.GetBytes(text + "\n"));
    }

    /// <summary>
    /// Throws if another user owns the file or folder or may write to it: such a user could have planted the tokens of another athlete. On
    /// Windows, the folder in the user's profile has an access control list.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreNotPrivate"/>.</exception>
    /// <exception cref="IOException">It does not exist.</exception>
    public static void ThrowUnlessPrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if ((File.GetUnixFileMode(path) & WritableByOthers) != UnixFileMode.None)
        {
            throw new ApiException(ApiErrors.TokenStoreNotPrivate, path, "other users can write to it");
        }

        if (UnixFiles.FindOwner(path) is { } owner && owner != UnixFiles.CurrentUser)
        {
            throw new ApiException(ApiErrors.TokenStoreNotPrivate, path, "it belongs to another user");
        }
    }

    private static FileStream OpenOwnerOnly(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode0600;
        }

        return new FileStream(path, options);
    }

    [SupportedOSPlatform("windows")]
    private static void CreateOnWindows(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
        {
            Directory.CreateDirectory(parent);
        }

        using var user = WindowsIdentity.GetCurrent();
        var security = new DirectorySecurity();
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        security.AddAccessRule(new FileSystemAccessRule(
            user.User!, FileSystemRights.FullControl, InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit,
            PropagationFlags.None, AccessControlType.Allow));
        new DirectoryInfo(path).Create(security);
    }
}
