using StravaTools.Http.Errors;
using StravaTools.Http.Transport;

namespace StravaTools.PowerShell.Work;

/// <summary>No token: for a server that gets none, and for -WhatIf without a login.</summary>
/// <param name="error">The error of a request that needs one.</param>
internal sealed class NoAccessToken(ErrorDescriptor error) : IAccessTokenSource
{
    public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => throw new ApiException(error);
}
