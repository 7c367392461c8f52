using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace StravaTools.Http.Authorization;

/// <summary>Folders and files that nobody but their owner can look into.</summary>
internal static class OwnerOnly
{
    private const UnixFileMode FileMode0600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder; one that is there already stays as it is, the files in it are the owner's anyway.</summary>
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

    /// <summary>Makes a new file for writing. On Windows it inherits from its folder who may read it.</summary>
    public static FileStream Create(string path) => OpenOwnerOnly(path, FileMode.CreateNew);

    /// <summary>Opens a file that nobody else has open; an <see cref="IOException"/> says that somebody has.</summary>
    public static FileStream OpenAlone(string path) => OpenOwnerOnly(path, FileMode.OpenOrCreate);

    private static FileStream OpenOwnerOnly(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
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
