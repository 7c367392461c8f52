using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using StravaTools.Http.Authorization;
using StravaTools.Http.Errors;
using StravaTools.Sync.PostgreSql.Errors;

namespace StravaTools.Sync.PostgreSql.Tokens;

/// <summary>
/// Encrypts the tokens of athletes with AES-GCM: a version, a nonce, a tag, and the encrypted JSON. The athlete is authenticated, so the
/// tokens of one athlete cannot be given to another. Threads may use it at the same time, which AesGcm does not permit.
/// </summary>
public sealed class TokenCipher : IDisposable
{
    private const byte Version = 1;
    private const int KeyLength = 32, NonceLength = 12, TagLength = 16, HeaderLength = 1 + NonceLength + TagLength;

    private readonly Lock _lock = new();
    private readonly AesGcm _cipher;

    private TokenCipher(ReadOnlySpan<byte> key) => _cipher = new AesGcm(key, TagLength);

    /// <summary>Reads the key from a file with 32 bytes in Base64.</summary>
    /// <exception cref="ApiException"><see cref="PostgreSqlErrors.TokenKeyNotUsable"/>.</exception>
    public static async Task<TokenCipher> ReadKeyAsync(string path, CancellationToken cancellationToken = default)
    {
        try
        {
            var key = Convert.FromBase64String((await File.ReadAllTextAsync(path, cancellationToken)).Trim());
            if (key.Length == KeyLength)
            {
                return new TokenCipher(key);
            }

            throw new ApiException(PostgreSqlErrors.TokenKeyNotUsable, path, $"it has {key.Length} bytes instead of {KeyLength}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ApiException(PostgreSqlErrors.TokenKeyNotUsable, e, path, e.Message);
        }
        catch (FormatException e)
        {
            throw new ApiException(PostgreSqlErrors.TokenKeyNotUsable, e, path, "it is not Base64.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _cipher.Dispose();

    internal byte[] EncryptTokens(long athlete, StoredTokens tokens)
    {
        // The secret of the application is in the configuration of the workers.
        var plain = JsonSerializer.SerializeToUtf8Bytes(tokens with { ClientSecret = null }, TokensJson.Default.StoredTokens);
        var bytes = new byte[HeaderLength + plain.Length];
        bytes[0] = Version;
        RandomNumberGenerator.Fill(bytes.AsSpan(1, NonceLength));
        lock (_lock)
        {
            _cipher.Encrypt(bytes.AsSpan(1, NonceLength), plain, bytes.AsSpan(HeaderLength), bytes.AsSpan(1 + NonceLength, TagLength),
                AuthenticatedData(athlete));
        }

        CryptographicOperations.ZeroMemory(plain);
        return bytes;
    }

    /// <exception cref="ApiException"><see cref="PostgreSqlErrors.TokensNotReadable"/>.</exception>
    internal StoredTokens DecryptTokens(long athlete, ReadOnlySpan<byte> bytes)
    {
        try
        {
            if (bytes.Length > HeaderLength && bytes[0] == Version)
            {
                var plain = new byte[bytes.Length - HeaderLength];
                lock (_lock)
                {
                    _cipher.Decrypt(bytes.Slice(1, NonceLength), bytes[HeaderLength..], bytes.Slice(1 + NonceLength, TagLength), plain,
                        AuthenticatedData(athlete));
                }

                return JsonSerializer.Deserialize(plain, TokensJson.Default.StoredTokens)!;
            }
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            throw new ApiException(PostgreSqlErrors.TokensNotReadable, e, athlete);
        }

        throw new ApiException(PostgreSqlErrors.TokensNotReadable, athlete);
    }

    internal bool CanDecrypt(long athlete, ReadOnlySpan<byte> bytes)
    {
        try
        {
            DecryptTokens(athlete, bytes);
            return true;
        }
        catch (ApiException)
        {
            return false;
        }
    }

    private static byte[] AuthenticatedData(long athlete)
    {
        var data = new byte[1 + sizeof(long)];
        data[0] = Version;
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(1), athlete);
        return data;
    }
}
