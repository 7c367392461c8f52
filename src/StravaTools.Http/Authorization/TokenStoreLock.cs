using StravaTools.Http.Errors;

namespace StravaTools.Http.Authorization;

/// <summary>The exclusive right, among all processes, to change the tokens with a name.</summary>
public sealed class TokenStoreLock : IDisposable
{
    private readonly TokenFile _file;
    private readonly FileStream _held;

    internal TokenStoreLock(TokenFile file, FileStream held) => (_file, _held) = (file, held);

    /// <summary>Reads the tokens; null if none are stored.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public Task<StoredTokens?> ReadAsync(CancellationToken cancellationToken = default) => _file.ReadAsync(cancellationToken);

    /// <summary>
    /// Makes sure that tokens can be stored: creates, fills, and flushes the file that will contain them. Do this before a request that
    /// uses up a refresh token, so that a full disk or a read-only folder costs nothing.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public TokenReservation Reserve() => new(_file);

    /// <summary>Stores tokens. The previous tokens remain until the new ones are on disk.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task WriteAsync(StoredTokens tokens)
    {
        using var reservation = Reserve();
        await reservation.WriteAsync(tokens);
    }

    /// <summary>Deletes the tokens.</summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public void Delete() => _file.Delete();

    /// <inheritdoc/>
    public void Dispose() => _held.Dispose();
}
