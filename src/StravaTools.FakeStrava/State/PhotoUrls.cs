using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StravaTools.FakeStrava.State;

/// <summary>
/// Signs the URLs to which photos are sent, like the one in strava-partner-uploads.md: S3's query string authentication, version 2. The
/// URL is sufficient to send a photo until it expires; no token is required.
/// </summary>
internal sealed class PhotoUrls
{
    public const string ContentType = "image/jpeg";
    public const string Method = "PUT";

    /// <summary>The max_size of each example. Its unit is not documented, so no photo is refused because of it.</summary>
    public const int DocumentedMaxSize = 1600;

    private const string KeyId = "FAKESTRAVA";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    /// <summary>The path for the photo of an activity, which cannot be guessed from the activity's id.</summary>
    public string KeyOfActivity(long activityId)
    {
        var id = Encoding.ASCII.GetBytes(activityId.ToString(CultureInfo.InvariantCulture));
        return Convert.ToHexStringLower(HMACSHA256.HashData(_secret, id))[..24];
    }

    public Uri SignAddress(Uri baseUri, string key, DateTimeOffset now)
    {
        var expires = (now + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var query = $"AWSAccessKeyId={KeyId}&Expires={expires}&Signature={Uri.EscapeDataString(Signature(key, expires))}";
        return new Uri(baseUri, $"photo-uploads/{key}?{query}");
    }

    public bool IsSignature(string key, string expires, string accessKeyId, string signature) =>
        accessKeyId == KeyId
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Signature(key, expires)));

    private string Signature(string key, string expires) =>
        Convert.ToBase64String(HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes($"{Method}\n\n{ContentType}\n{expires}\n/{key}")));
}
