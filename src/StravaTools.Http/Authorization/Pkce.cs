using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace StravaTools.Http.Authorization;

/// <summary>Proof Key for Code Exchange (RFC 7636) with S256: only the client that requested a code can redeem it.</summary>
internal sealed record Pkce(string Verifier)
{
    /// <summary>Creates a verifier of 43 characters from 32 random bytes, as the RFC recommends.</summary>
    public static Pkce Create() => new(RandomText());

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    /// <summary>Returns unguessable text, also used as the state.</summary>
    public static string RandomText() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Does not contain the verifier.</summary>
    public override string ToString() => "PKCE (hidden)";
}
