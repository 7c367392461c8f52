using StravaTools.Http.Errors;
using StravaTools.Http.Transport;
namespace StravaTools.Http.Authorization;

/// <summary>A fixed access token that is never renewed.</summary>
public sealed class StaticAccessToken : IAccessTokenSource
{
    private readonly string _token;

    /// <param name="token">The access token.</param>
    /// <exception cref="ApiException">
    /// The token is empty (<see cref="ApiErrors.NoAccessToken"/>) or cannot be one (<see cref="ApiErrors.InvalidAccessToken"/>).
    /// </exception>
    public StaticAccessToken(string? token)
    {
        if (string.IsNullOrWhiteSpace(token))
        {
            throw new ApiException(ApiErrors.NoAccessToken);
        }

        _token = token.Trim();
        if (_token.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new ApiException(ApiErrors.InvalidAccessToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_token);

    /// <summary>Does not contain the token.</summary>
    public override string ToString() => "access token (hidden)";
}
