using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StravaTools.Http.Authorization;

/// <summary>The proof that the one who redeems a code is the one who asked for it (RFC 7636), by S256.</summary>
internal sealed record Pkce(string Verifier)
{
    /// <summary>43 characters of 32 random bytes, as the RFC recommends.</summary>
    public static Pkce Create() => new(RandomText());

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Text that nobody can guess, for a state, too.</summary>
    public static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Never the verifier.</summary>
    public override string ToString() => "PKCE (hidden)";
}
