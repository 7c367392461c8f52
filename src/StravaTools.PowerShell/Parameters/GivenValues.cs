using System.Net;
using System.Security;

namespace StravaTools.PowerShell.Parameters;

/// <summary>The values of parameters.</summary>
internal static class GivenValues
{
    /// <summary>The text of a secret; null if it was not specified.</summary>
    public static string? Secret(SecureString? parameter)
    {
        if (parameter is null)
        {
            return null;
        }

        return new NetworkCredential("", parameter).Password;
    }
}
