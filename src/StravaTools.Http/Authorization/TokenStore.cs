using System.Globalization;
using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Stores tokens between runs, one file per server, in a folder that only its owner can access. It works with any OAuth service.
/// </summary>
/// <remarks>
/// Refresh tokens may be valid only once, so the new one must be on disk before the access token that came with it is used: a temporary
/// file is written, flushed to disk, and renamed. .NET cannot flush the folder itself; a journaling file system does so with the rename. A
/// refresh requires a lock that other processes respect.
/// </remarks>
/// <param name="folder">The folder. It is created when tokens are stored.</param>
/// <param name="clock">The clock that waiting for a lock uses.</param>
public sealed class TokenStore(string folder, TimeProvider clock)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxLockTime = TimeSpan.FromMinutes(2);

    /// <summary>The environment variable that overrides the folder.</summary>
    public const string FolderVariable = "STRAVATOOLS_TOKEN_STORE";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Creates the store of the current user, or of the folder in <see cref="FolderVariable"/>.</summary>
    /// <param name="getEnvironmentVariable">Reads an environment variable.</param>
    public static TokenStore Create(Func<string, string?> getEnvironmentVariable)
    {
        ArgumentNullException.ThrowIfNull(getEnvironmentVariable);
        return new TokenStore(FolderFor(getEnvironmentVariable(FolderVariable)), TimeProvider.System);
    }

    /// <summary>Returns the folder in the variable, or else a folder in the user's local application data.</summary>
    /// <param name="variable">The value of <see cref="FolderVariable"/>.</param>
    public static string FolderFor(string? variable)
    {
        if (string.IsNullOrEmpty(variable))
        {
            return Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "StravaTools", "tokens");
        }

        return Path.GetFullPath(variable);
    }

    /// <summary>Returns the name of a server's tokens. It contains the host and port, so that no other server receives them.</summary>
    public static string NameFor(string service, Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return string.Create(CultureInfo.InvariantCulture, $"{service}-{server.IdnHost.Replace(':', '_')}-{server.Port}");
    }

    /// <summary>Returns the path of a token file.</summary>
    public string GetPath(string name) => Path.Combine(folder, name + ".json");

    /// <summary>Reads the tokens with a name; null if none are stored.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task<StoredTokens?> ReadAsync(string name, CancellationToken cancellationToken = default)
    {
        try
        {
            var bytes = await File.ReadAllBytesAsync(GetPath(name), cancellationToken);
            return JsonSerializer.Deserialize(bytes, TokenJson.Default.StoredTokens);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), "it is not a valid token file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), e.Message);
        }
    }

    /// <summary>Stores tokens. The previous tokens remain until the new ones are on disk.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public void Write(string name, StoredTokens tokens)
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
            var json = JsonSerializer.SerializeToUtf8Bytes(tokens, TokenJson.Default.StoredTokens);
            AtomicFile.Write(GetPath(name), overwrite: true, file => file.Write(json), OwnerOnly.Create);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), e.Message);
        }
    }

    /// <summary>Deletes the tokens with a name.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public void Delete(string name)
    {
        try
        {
            File.Delete(GetPath(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), e.Message);
        }
    }

    /// <summary>
    /// Waits until the lock of a name is free in all processes, then acquires it. Dispose the result to release the lock.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task<IDisposable> LockAsync(string name, CancellationToken cancellationToken = default)
    {
        var path = GetPath(name) + ".lock";
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                OwnerOnly.CreateFolder(folder);
                return OwnerOnly.OpenExclusive(path);
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(started) < MaxLockTime)
            {
                await Task.Delay(LockPause, clock, cancellationToken);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new ApiException(ApiErrors.TokenStoreUnusable, e, path, e.Message);
            }
        }
    }
}
