namespace StravaTools.Http.Transport;

/// <summary>A source whose token expires, and that can get another one.</summary>
public interface IRenewableTokenSource : IAccessTokenSource
{
    /// <summary>Another token, for one that the server has refused although it should be valid.</summary>
    /// <param name="refused">The token that was refused.</param>
    /// <param name="cancellationToken">Ends it.</param>
    ValueTask<string> RenewAsync(string refused, CancellationToken cancellationToken);
}
