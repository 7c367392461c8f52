using StravaTools.Client.Http;
using System.Globalization;
using System.Text.Json;

namespace StravaTools.Client.Authorization;

/// <summary>
/// Keeps tokens between runs, a file a server, in a folder that only its owner can look into. It serves any service whose login is OAuth's.
/// </summary>
/// <remarks>
/// Refresh tokens may be good only once, so the new one must be on the disk before anything is done with the access token that came with it: a file
/// is written beside, flushed to the disk and renamed. There is no way to flush the folder itself in .NET; a journaling file system does it with the
/// rename. Whoever refreshes holds a lock that other processes see, too.
/// </remarks>
/// <param name="folder">The folder; it is made when something is stored.</param>
/// <param name="clock">The clock that waiting for a lock goes by.</param>
public sealed class TokenStore(string folder, TimeProvider clock)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestLock = TimeSpan.FromMinutes(2);

    /// <summary>The environment variable that names another folder.</summary>
    public const string FolderVariable = "STRAVATOOLS_TOKEN_STORE";

    /// <summary>Where it is.</summary>
    public string Folder => folder;

    /// <summary>The folder of the variable, else one of this user's local application data.</summary>
    /// <param name="variable">The value of <see cref="FolderVariable"/>.</param>
    public static string FolderFor(string? variable)
    {
        if (string.IsNullOrEmpty(variable))
        {
            return Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "StravaTools", "tokens");
        }

        return Path.GetFullPath(variable);
    }

    /// <summary>The name under which the tokens of a server are kept: another server never gets them.</summary>
    public static string NameFor(string service, Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return string.Create(CultureInfo.InvariantCulture, $"{service}-{server.IdnHost.Replace(':', '_')}-{server.Port}");
    }

    /// <summary>The file of a name.</summary>
    public string PathOf(string name) => Path.Combine(folder, name + ".json");

    /// <summary>What is kept under a name; null if there is nothing.</summary>
    /// <exception cref="StravaException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task<StoredTokens?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(PathOf(name), cancellationToken);
            return JsonSerializer.Deserialize(bytes, TokenJson.Default.StoredTokens);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new StravaException(ApiErrors.TokenStoreUnusable, e, PathOf(name), "it is no JSON of a token store");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(ApiErrors.TokenStoreUnusable, e, PathOf(name), e.Message);
        }
    }

    /// <summary>Keeps tokens; what was there is there until the new ones are safe on the disk.</summary>
    /// <exception cref="StravaException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task WriteAsync(string name, StoredTokens tokens, CancellationToken cancellationToken = default)
    {
        var temporary = $"{PathOf(name)}.{Guid.NewGuid():N}.tmp";
        try
        {
            OwnerOnly.CreateFolder(folder);
            await using (var file = OwnerOnly.Create(temporary))
            {
                await file.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(tokens, TokenJson.Default.StoredTokens), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(ApiErrors.TokenStoreUnusable, e, PathOf(name), e.Message);
        }
        finally
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }
        }
    }

    /// <summary>Forgets what is kept under a name.</summary>
    /// <exception cref="StravaException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public void Delete(string name)
    {
        try
        {
            File.Delete(PathOf(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StravaException(ApiErrors.TokenStoreUnusable, e, PathOf(name), e.Message);
        }
    }

    /// <summary>Waits until nobody else, in this process or another, holds the lock of a name, and holds it until it is disposed.</summary>
    /// <exception cref="StravaException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task<IDisposable> LockAsync(string name, CancellationToken cancellationToken = default)
    {
        var path = PathOf(name) + ".lock";
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                OwnerOnly.CreateFolder(folder);
                return OwnerOnly.OpenAlone(path);
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(started) < LongestLock)
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new StravaException(ApiErrors.TokenStoreUnusable, e, path, e.Message);
            }
        }
    }
}
