using System.Globalization;
using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Keeps tokens between runs, a file a server, in a folder that only its owner can look into. It serves any service whose login is OAuth's.
/// </summary>
/// <remarks>
/// Refresh tokens may be good only once, so the new one must be on the disk before anything is done with the access token that came with
/// it: a file is written beside, flushed to the disk and renamed. There is no way to flush the folder itself in .NET; a journaling file
/// system does it with the rename. Whoever refreshes holds a lock that other processes see, too.
/// </remarks>
/// <param name="folder">The folder; it is made when something is stored.</param>
/// <param name="clock">The clock that waiting for a lock goes by.</param>
public sealed class TokenStore(string folder, TimeProvider clock)
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxLockTime = TimeSpan.FromMinutes(2);

    /// <summary>The environment variable that names another folder.</summary>
    public const string FolderVariable = "STRAVATOOLS_TOKEN_STORE";

    /// <summary>Where it is.</summary>
    public string Folder => folder;

    /// <summary>The store of this user, or the one that <see cref="FolderVariable"/> names.</summary>
    /// <param name="getEnvironmentVariable">Reads an environment variable.</param>
    public static TokenStore Create(Func<string, string?> getEnvironmentVariable)
    {
        ArgumentNullException.ThrowIfNull(getEnvironmentVariable);
        return new TokenStore(FolderFor(getEnvironmentVariable(FolderVariable)), TimeProvider.System);
    }

    /// <summary>The folder of the variable, else one of this user's local application data.</summary>
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

    /// <summary>The name under which the tokens of a server are kept: another server never gets them.</summary>
    public static string NameFor(string service, Uri server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return string.Create(CultureInfo.InvariantCulture, $"{service}-{server.IdnHost.Replace(':', '_')}-{server.Port}");
    }

    /// <summary>The file of a name.</summary>
    public string GetPath(string name) => Path.Combine(folder, name + ".json");

    /// <summary>What is kept under a name; null if there is nothing.</summary>
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
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), "it is no JSON of a token store");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, GetPath(name), e.Message);
        }
    }

    /// <summary>Keeps tokens; what was there is there until the new ones are safe on the disk.</summary>
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

    /// <summary>Forgets what is kept under a name.</summary>
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

    /// <summary>Waits until nobody else, in this process or another, holds the lock of a name, and holds it until it is disposed.</summary>
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
                return OwnerOnly.OpenAlone(path);
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
