namespace StravaTools.Http.Transport;

/// <summary>Where the client gets the access token for each request.</summary>
public interface IAccessTokenSource
{
    /// <summary>The token that is valid now.</summary>
    ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken);
}
