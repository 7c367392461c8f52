using System.Globalization;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Stores tokens between runs, one file per server and profile, in a folder that only its owner can access. It works with any OAuth
/// service.
/// </summary>
/// <remarks>
/// Refresh tokens may be valid only once, so the new one must be on disk before the access token that came with it is used. Tokens are
/// written under a lock that other processes respect (<see cref="LockAsync"/>).
/// </remarks>
/// <param name="folder">The folder. It is created when tokens are stored.</param>
/// <param name="clock">The clock that waiting for a lock uses.</param>
public sealed class TokenStore(string folder, TimeProvider clock)
{
    private const string Extension = ".json";

    /// <summary>Separates the profile from the server in a name. Neither of them contains it.</summary>
    private const char ProfileSeparator = '~';

    private const int MaxProfileLength = 64;

    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan MaxLockTime = TimeSpan.FromMinutes(2);

    /// <summary>The environment variable that overrides the folder.</summary>
    public const string FolderVariable = "STRAVATOOLS_TOKEN_STORE";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    internal LocalDisk Disk { get; init; } = new();

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

    /// <summary>
    /// Returns the name of a server's tokens. It contains the host and port, so that no other server receives them.
    /// </summary>
    /// <param name="service">The name of the service, such as strava.</param>
    /// <param name="server">The root of the server.</param>
    /// <param name="profile">The profile, for several logins at one server; null for the default login. Case is ignored.</param>
    /// <exception cref="ApiException"><see cref="ApiErrors.InvalidProfileName"/>.</exception>
    public static string NameFor(string service, Uri server, string? profile = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var name = string.Create(CultureInfo.InvariantCulture, $"{service}-{server.IdnHost.Replace(':', '_')}-{server.Port}");
        if (string.IsNullOrEmpty(profile))
        {
            return name;
        }

        if (profile.Length <= MaxProfileLength && profile.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return $"{name}{ProfileSeparator}{profile.ToLowerInvariant()}";
        }

        throw new ApiException(ApiErrors.InvalidProfileName, profile);
    }

    /// <summary>Returns the path of a token file.</summary>
    public string GetPath(string name) => Path.Combine(folder, name + Extension);

    /// <summary>Returns the profiles with a login at a server, in alphabetical order; null is the default login.</summary>
    /// <param name="service">The name of the service, such as strava.</param>
    /// <param name="server">The root of the server.</param>
    public IReadOnlyList<string?> GetProfiles(string service, Uri server)
    {
        var name = NameFor(service, server);
        if (!Directory.Exists(folder))
        {
            return [];
        }

        return [.. Directory.EnumerateFiles(folder, "*" + Extension)
            .Select(path => Path.GetFileNameWithoutExtension(path).Split(ProfileSeparator))
            .Where(parts => parts[0] == name).Select(parts => parts.ElementAtOrDefault(1)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Reads the tokens with a name; null if none are stored.</summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.TokenStoreUnusable"/>; <see cref="ApiErrors.TokenStoreNotPrivate"/> if another user could have written them.
    /// </exception>
    public Task<StoredTokens?> ReadAsync(string name, CancellationToken cancellationToken = default) =>
        new TokenFile(GetPath(name), clock, Disk).ReadAsync(cancellationToken);

    /// <summary>
    /// Waits until the lock of a name is free in all processes, then acquires it. Dispose the result to release the lock. If a process was
    /// interrupted while it stored tokens, they are completed now.
    /// </summary>
    /// <exception cref="ApiException">
    /// <see cref="ApiErrors.TokenStoreUnusable"/> or <see cref="ApiErrors.TokenStoreNotPrivate"/>.
    /// </exception>
    public async Task<TokenStoreLock> LockAsync(string name, CancellationToken cancellationToken = default)
    {
        var file = new TokenFile(GetPath(name), clock, Disk);
        var held = await AcquireAsync(file.LockPath, cancellationToken);
        try
        {
            await file.RecoverAsync(cancellationToken);
            return new TokenStoreLock(file, held);
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    private async Task<FileStream> AcquireAsync(string path, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                OwnerOnly.CreateFolder(folder);
                OwnerOnly.ThrowUnlessPrivate(Path.GetDirectoryName(path)!);
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
