using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Http;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>/__admin/strava/tokens: issues and revokes tokens. A change with expired lets a token expire now.</summary>
internal static class TokensAdmin
{
    /// <summary>Issues tokens as the login of an athlete does, or adds the given ones.</summary>
    public static async Task<Response> IssueAsync(HttpContext http, World world)
    {
        var (token, error) = await AdminJson.ReadAsync<TokenJson>(http);
        if (error is not null)
        {
            return error;
        }

        try
        {
            return Created(IssueTokens(token!, world));
        }
        catch (StateException exception)
        {
            return AdminJson.Invalid(exception.Message, exception.Pointer);
        }
    }

    /// <summary>Revokes what the athlete of a token allowed its application.</summary>
    public static Response RevokeToken(HttpContext http, World world)
    {
        if (world.RevokeAccess(RouteValues.ReadText(http, "key")))
        {
            return AdminJson.NoContent();
        }

        return AdminJson.NotFound("The token");
    }

    private static Grant IssueTokens(TokenJson token, World world)
    {
        if (token.AccessToken.Length == 0)
        {
            // Any text: only the athlete and the application are read.
            var draft = (token with { AccessToken = "new" }).ToGrant(world.Options);
            var issued = world.Tokens.IssueGrant(draft.Application, draft.Athlete, draft.Scopes);
            return token.ExpiresAt is { } end
                ? world.Tokens.UpdateGrant(issued.AccessToken, grant => grant with { ExpiresAt = end })!
                : issued;
        }

        if (world.Tokens.Grants().Any(grant => grant.AccessToken == token.AccessToken))
        {
            throw new StateException("The token exists already. Use PATCH to change it.", "/accessToken");
        }

        var added = token.ToGrant(world.Options);
        world.ChangeContent(content => content with { Grants = [.. content.Grants, added] });
        return added;
    }

    private static Response Created(Grant grant) =>
        AdminJson.Created(TokenJson.FromGrant(grant), $"/__admin/strava/tokens/{Uri.EscapeDataString(grant.AccessToken)}");
}
