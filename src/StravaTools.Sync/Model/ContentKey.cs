using System.Globalization;

namespace StravaTools.Sync.Model;

/// <summary>
/// Identifies the content of a file: the first 128 bits of the SHA-256 of its uncompressed bytes. A file and its gzip have the same key.
/// </summary>
internal readonly record struct ContentKey(UInt128 Value)
{
    /// <summary>The number of hexadecimal digits.</summary>
    public const int Length = 32;

    private const int PrefixLength = 12;

    /// <summary>The first 12 digits, which Strava returns with each activity as part of its external ID.</summary>
    public string Prefix => ToString()[..PrefixLength];

    /// <summary>Reads the key from a SHA-256 in hexadecimal digits.</summary>
    public static ContentKey FromSha256(string sha256) =>
        new(UInt128.Parse(sha256.AsSpan(0, Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    /// <summary>Reads the 32 digits of a key; false if the text is not a key.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out ContentKey key)
    {
        key = default;
        if (text.Length != Length
            || !ulong.TryParse(text[..16], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var upper)
            || !ulong.TryParse(text[16..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var lower))
        {
            return false;
        }

        key = new ContentKey(new UInt128(upper, lower));
        return true;
    }

    /// <summary>The 32 digits, in lower case.</summary>
    public override string ToString() => Value.ToString("x32", CultureInfo.InvariantCulture);
}
