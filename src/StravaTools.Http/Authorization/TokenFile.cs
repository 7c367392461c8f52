using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Authorization;

/// <summary>
/// A token file, the lock next to it, and the temporary files that replace it. A symbolic link is followed, not replaced.
/// </summary>
internal sealed class TokenFile
{
    /// <summary>Many times the length of any tokens. It bounds what is read from a file that is something else.</summary>
    private const int MaxLength = 1024 * 1024;

    private const string TemporaryExtension = ".tmp";

    private static readonly TimeSpan ReplacePause = TimeSpan.FromMilliseconds(50);

    /// <summary>On Windows, a virus scanner or an indexer may have the file open for a moment.</summary>
    private static readonly TimeSpan MaxReplaceTime = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _clock;
    private readonly LocalDisk _disk;

    public TokenFile(string path, TimeProvider clock, LocalDisk disk)
    {
        (_clock, _disk) = (clock, disk);
        try
        {
            Path = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is no file yet, or reading it reports why it is unusable.
            Path = path;
        }
    }

    /// <summary>The path of the file itself, not of a link to it.</summary>
    public string Path { get; }

    public string LockPath => Path + ".lock";

    /// <summary>The generation of the stored tokens; known after <see cref="RecoverAsync"/>.</summary>
    public long Generation { get; private set; }

    private string TemporaryPattern => $"{System.IO.Path.GetFileName(Path)}.*{TemporaryExtension}";

    private string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next owner of the lock tries again.
        }
    }

    /// <summary>Another process can replace the file at the same time.</summary>
    public static FileStream OpenForReading(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    public string NewTemporaryPath() => $"{Path}.{Guid.NewGuid():N}{TemporaryExtension}";

    public async Task<StoredTokens?> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(Path, cancellationToken);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, Path, "it is not a valid token file");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, Path, e.Message);
        }
    }

    /// <summary>
    /// Completes what an interrupted process began: tokens that are complete in a temporary file, and newer than the stored ones, replace
    /// them. Other temporary files are deleted. Only the owner of the lock may call it.
    /// </summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        try
        {
            var temporaries = Directory.GetFiles(Folder, TemporaryPattern);
            if (!File.Exists(Path))
            {
                // The user has logged out.
                Array.ForEach(temporaries, TryDelete);
                return;
            }

            var stored = await TryReadAsync(Path, cancellationToken);
            Generation = stored?.Generation ?? 0;
            foreach (var temporary in temporaries)
            {
                if (await TryReadAsync(temporary, cancellationToken) is { } tokens && (stored is null || tokens.Generation > Generation))
                {
                    await ReplaceAsync(temporary, tokens.Generation);
                    stored = tokens;
                }
                else
                {
                    TryDelete(temporary);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, Path, e.Message);
        }
    }

    /// <summary>Replaces the file by another one. Retries for two seconds while another program has the file open.</summary>
    public async Task ReplaceAsync(string temporary, long generation)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                _disk.ReplaceFile(temporary, Path);
                _disk.FlushFolder(Folder);
                Generation = generation;
                return;
            }
            catch (Exception e) when ((e is IOException or UnauthorizedAccessException)
                && _clock.GetElapsedTime(started) < MaxReplaceTime)
            {
                await Task.Delay(ReplacePause, _clock, CancellationToken.None);
            }
        }
    }

    public void ThrowUnlessReplaceable()
    {
        if (Directory.Exists(Path))
        {
            throw new IOException("It is a directory.");
        }
    }

    public void Delete()
    {
        try
        {
            if (Directory.Exists(Folder))
            {
                Array.ForEach(Directory.GetFiles(Folder, TemporaryPattern), File.Delete);
                File.Delete(Path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, Path, e.Message);
        }
    }

    private static async Task<StoredTokens?> TryReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(path, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<StoredTokens?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        OwnerOnly.ThrowUnlessPrivate(path);
        OwnerOnly.ThrowUnlessPrivate(System.IO.Path.GetDirectoryName(path)!);
        if (EmptyFiles.IsEmpty(path))
        {
            throw new JsonException();
        }

        await using var stream = OpenForReading(path);
        if (stream.Length > MaxLength)
        {
            throw new JsonException();
        }

        return await JsonSerializer.DeserializeAsync(stream, TokenJson.Default.StoredTokens, cancellationToken);
    }
}
