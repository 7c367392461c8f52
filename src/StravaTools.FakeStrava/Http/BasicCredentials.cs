using System.Text;

namespace StravaTools.FakeStrava.Http;

/// <summary>The user name and password of Basic authentication; both are null if the request has none.</summary>
internal readonly record struct BasicCredentials(string? Name, string? Password)
{
    private const string Scheme = "Basic ";

    public static BasicCredentials Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return default;
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        if (parts.Length == 2)
        {
            return new BasicCredentials(parts[0], parts[1]);
        }

        return default;
    }
}
