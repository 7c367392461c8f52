using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>
/// Tokens of 40 hexadecimal digits like Strava's: the same seed results in the same tokens in the same order. They only protect a fake.
/// </summary>
internal sealed class SecretSource(int seed)
{
    private readonly byte[] _key = Encoding.ASCII.GetBytes(seed.ToString("x8", CultureInfo.InvariantCulture));
    private long _count;

    public SecretSource CopySource() => new(seed) { _count = Interlocked.Read(ref _count) };

    public string NextSecret() => DeriveSecret("token", Interlocked.Increment(ref _count));

    public string DeriveSecret(string purpose, long id) => Convert.ToHexStringLower(HMACSHA256.HashData(
        _key, Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose}:{id}"))))[..40];
}
