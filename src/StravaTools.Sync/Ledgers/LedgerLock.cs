using System.Globalization;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;
using StravaTools.Sync.Errors;

namespace StravaTools.Sync.Ledgers;

/// <summary>
/// Keeps other runs from a ledger. The operating system releases the lock when the process ends in any way, so a file that remains means
/// nothing, and no lock is ever taken for old.
/// </summary>
internal sealed class LedgerLock : IDisposable
{
    private readonly string _path;
    private readonly FileStream _stream;

    private LedgerLock(string path, FileStream stream) => (_path, _stream) = (path, stream);

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The folder of the ledger.</param>
    /// <exception cref="ApiException">
    /// <see cref="SyncErrors.LedgerInUse"/>, <see cref="SyncErrors.LockingDoesNotWork"/>, or <see cref="SyncErrors.LedgerNotUsable"/>.
    /// </exception>
    public static LedgerLock TakeLock(string folder)
    {
        var path = Path.Combine(folder, "ledger.lock");
        var owner = Path.Combine(folder, "ledger.owner");
        var taken = new LedgerLock(path, OpenLock(path, owner));
        try
        {
            taken.ThrowIfUseless();
            OwnerOnly.WriteText(owner, Describe());
            return taken;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            taken.Dispose();
            throw new ApiException(SyncErrors.LedgerNotUsable, e, folder, e.Message);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Throws if another program could take the same lock: the file was deleted, or the file system does not lock. Opening it again must
    /// fail.
    /// </summary>
    public void ThrowIfUseless()
    {
        try
        {
            using var second = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (FileNotFoundException e)
        {
            throw new ApiException(SyncErrors.LedgerReplaced, e, _path);
        }
        catch (IOException)
        {
            return;
        }

        throw new ApiException(SyncErrors.LockingDoesNotWork, Path.GetDirectoryName(_path));
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream OpenLock(string path, string owner)
    {
        try
        {
            return OwnerOnly.OpenExclusive(path, FileMode.OpenOrCreate);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new ApiException(SyncErrors.LedgerInUse, e, Path.GetDirectoryName(path), ReadOwner(owner));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(SyncErrors.LedgerNotUsable, e, path, e.Message);
        }
    }

    private static string ReadOwner(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "its process is not known";
        }
    }

    private static string Describe() => string.Create(
        CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName}");
}
