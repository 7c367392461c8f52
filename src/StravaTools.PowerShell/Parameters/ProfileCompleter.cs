using System.Collections;
using System.Globalization;
using System.Management.Automation;
using StravaTools.Client;
using StravaTools.Http.Errors;

namespace StravaTools.PowerShell.Parameters;

/// <summary>Completes the names of the logins at the server.</summary>
public sealed class ProfileCompleter : WordCompleter
{
    private protected override IEnumerable<string> GetWords(IDictionary boundParameters)
    {
        using var http = new HttpClient();
        try
        {
            return ConnectionTo(boundParameters["BaseUri"]).CreateLogin(http).GetProfiles().OfType<string>();
        }
        catch (ApiException)
        {
            // The address of the server is not complete yet.
            return [];
        }
    }

    private protected override string GetTooltip(string word) => $"The login {word}";

    private static StravaConnection ConnectionTo(object? server)
    {
        if (LanguagePrimitives.TryConvertTo(server, CultureInfo.InvariantCulture, out Uri? address))
        {
            return new StravaConnection { BaseUri = address };
        }

        return new StravaConnection();
    }
}
