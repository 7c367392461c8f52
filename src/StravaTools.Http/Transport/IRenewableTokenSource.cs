namespace StravaTools.Http.Transport;

/// <summary>A source that can renew its token.</summary>
public interface IRenewableTokenSource : IAccessTokenSource
{
    /// <summary>Gets another token after the server rejected a token that should be valid.</summary>
    /// <param name="refused">The rejected token.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken);
}
