using StravaTools.Http.Authorization;
using StravaTools.Sync.PostgreSql.Tokens;

namespace StravaTools.Sync.PostgreSql.Tests.Tokens;

public class TokenCipherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A worker has several athletes at the same time, and <c>AesGcm</c> is not thread-safe.</summary>
    [Fact]
    public async Task Tokens_are_encrypted_and_decrypted_by_many_threads()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, Convert.ToBase64String(new byte[32]), Cancellation);
        using var cipher = await TokenCipher.ReadKeyAsync(path, Cancellation);
        File.Delete(path);

        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, athlete =>
        {
            var tokens = new StoredTokens
            {
                AccessToken = string.Create(null, $"access-{athlete}"),
                RefreshToken = "refresh",
                ExpiresAt = DateTimeOffset.UnixEpoch,
                ClientId = "1",
            };
            var read = cipher.DecryptTokens(athlete, cipher.EncryptTokens(athlete, tokens));
            Assert.Equal(tokens.AccessToken, read.AccessToken);
        });
    }
}
