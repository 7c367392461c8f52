namespace StravaTools.Http.Files;

/// <summary>Detects files without a length: empty ones, and pipes, devices, and sockets, which are not safe to open.</summary>
internal static class EmptyFiles
{
    /// <summary>True for an empty file, a pipe, a device, a socket, and links to them. False for a path that does not exist.</summary>
    public static bool IsEmpty(string path)
    {
        // Opening a pipe can wait forever, and the content of a device can have no end. Both have the length 0.
        var link = new FileInfo(path);
        var target = link.LinkTarget is null ? link : link.ResolveLinkTarget(returnFinalTarget: true);
        return target is FileInfo { Exists: true, Length: 0 };
    }
}
