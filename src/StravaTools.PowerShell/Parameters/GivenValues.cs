using System.Net;
using System.Security;

namespace StravaTools.PowerShell.Parameters;

/// <summary>The value of a parameter, or else of an environment variable.</summary>
internal static class GivenValues
{
    public static string? Secret(SecureString? parameter, string? variable)
    {
        if (parameter is not null)
        {
            return new NetworkCredential("", parameter).Password;
        }

        if (variable is not null)
        {
            return Environment.GetEnvironmentVariable(variable);
        }

        return null;
    }

    public static Uri? Server(Uri? parameter, string variable) =>
        parameter ?? (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null);
}
