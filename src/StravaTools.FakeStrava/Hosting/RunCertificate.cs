using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StravaTools.FakeStrava.Hosting;

/// <summary>A certificate for one run. Clients do not trust it by default.</summary>
internal static class RunCertificate
{
    /// <summary>For this machine, and for the hosts that clients of Strava have in their code.</summary>
    private static readonly string[] Hosts = ["localhost", "www.strava.com", "strava.com"];

    /// <param name="from">The first moment at which it is valid.</param>
    /// <param name="days">For how many days it is valid.</param>
    public static X509Certificate2 Create(DateTimeOffset from, int days)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=fake-strava", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        foreach (var host in Hosts)
        {
            names.AddDnsName(host);
        }

        request.CertificateExtensions.Add(names.Build());
        // Its own authority, so that it can be trusted as it is.
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(
            X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var signed = request.CreateSelfSigned(from, from.AddDays(days));
        // Windows cannot use a key that exists only in memory for TLS.
        return X509CertificateLoader.LoadPkcs12(signed.Export(X509ContentType.Pkcs12), null);
    }
}
