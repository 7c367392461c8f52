using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Authorization;

/// <summary>The access that an application requests on the consent page.</summary>
/// <param name="Application">The application.</param>
/// <param name="Athlete">The athlete who is logged in.</param>
/// <param name="Scopes">The requested scopes.</param>
/// <param name="Redirect">Where the browser goes afterwards.</param>
/// <param name="State">The text that the application gets back unchanged.</param>
internal sealed record ConsentRequest(FakeApplication Application, FakeAthlete Athlete, Scopes Scopes, Uri Redirect, string State)
{
    /// <summary>The address of the application, with the state and a result such as <c>error=access_denied</c>.</summary>
    public string RedirectWith(string result)
    {
        var separator = Redirect.Query.Length == 0 ? '?' : '&';
        return $"{Redirect.AbsoluteUri}{separator}state={Uri.EscapeDataString(State)}&{result}";
    }
}
