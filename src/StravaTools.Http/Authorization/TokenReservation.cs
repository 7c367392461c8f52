using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Http.Files;

namespace StravaTools.Http.Authorization;

/// <summary>
/// Space on the disk for tokens that are about to arrive. It is a temporary file in the same folder, filled with white space, which
/// replaces the token file when the tokens are written.
/// </summary>
public sealed class TokenReservation : IDisposable
{
    /// <summary>Many times the length of the tokens of any known service.</summary>
    private const int Length = 16 * 1024;

    private readonly TokenFile _file;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _isWritten;

    internal TokenReservation(TokenFile file)
    {
        _file = file;
        _temporary = file.NewTemporaryPath();
        FileStream? stream = null;
        try
        {
            file.ThrowUnlessReplaceable();
            stream = OwnerOnly.Create(_temporary);
            var space = new byte[Length];
            space.AsSpan().Fill((byte)' ');
            stream.Write(space);
            stream.Flush(flushToDisk: true);
            _stream = stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            stream?.Dispose();
            TokenFile.TryDelete(_temporary);
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, file.Path, e.Message);
        }
    }

    /// <summary>
    /// Writes the tokens and puts them in place. If only the latter fails, they remain in the temporary file, and the next owner of the
    /// lock puts them in place.
    /// </summary>
    /// <exception cref="ApiException"><see cref="ApiErrors.TokenStoreUnusable"/>.</exception>
    public async Task WriteAsync(StoredTokens tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        try
        {
            tokens = tokens with { Generation = _file.Generation + 1 };
            var json = JsonSerializer.SerializeToUtf8Bytes(tokens, TokenJson.Default.StoredTokens);
            _stream.Position = 0;
            _stream.Write(json);
            _stream.SetLength(json.Length);
            _stream.Flush(flushToDisk: true);
            await _stream.DisposeAsync();
            _isWritten = true;
            await _file.ReplaceAsync(_temporary, tokens.Generation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(ApiErrors.TokenStoreUnusable, e, _file.Path, e.Message);
        }
    }

    /// <summary>Releases the space if no tokens were written.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_isWritten)
        {
            TokenFile.TryDelete(_temporary);
        }
    }
}
