using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StravaTools.PowerShell.Tests.NewAddress;

/// <summary>A certificate for one test. A process trusts it if SSL_CERT_FILE names its file.</summary>
internal static class HostCertificate
{
    /// <summary>The purpose "server authentication" (RFC 5280, 4.2.1.12).</summary>
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Creates a certificate of the hosts, signed by itself.</summary>
    public static X509Certificate2 Create(IEnumerable<string> hosts)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=StravaTools tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerAuthentication)], critical: false));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
