using StravaTools.Http.Errors;

namespace StravaTools.Http.Authorization;

/// <summary>The response to a refresh.</summary>
/// <param name="Tokens">What must be stored: at least the new refresh token.</param>
/// <param name="Problem">Why the tokens cannot be used; null if they can.</param>
internal sealed record RefreshAnswer(StoredTokens Tokens, ApiException? Problem);
