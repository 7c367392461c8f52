namespace StravaTools.Http.Transport;

/// <summary>Provides the access token for each request.</summary>
public interface IAccessTokenSource
{
    /// <summary>Gets the currently valid token.</summary>
    ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken);
}
