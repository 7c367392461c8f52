using System.Text.Json.Serialization;
using StravaTools.FakeStrava.Authorization;
using StravaTools.FakeStrava.Options;
using StravaTools.FakeStrava.State;

namespace StravaTools.FakeStrava.Admin.Nouns;

/// <summary>The tokens of an athlete for an application.</summary>
internal sealed record TokenJson
{
    /// <summary>Identifies it; a new token is derived from the seed.</summary>
    public string AccessToken { get; init; } = "";

    public string RefreshToken { get; init; } = "";

    /// <summary>The athlete; by default the first.</summary>
    public long? AthleteId { get; init; }

    /// <summary>The application; by default the first.</summary>
    public int? ClientId { get; init; }

    /// <summary>By default all.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>By the fake's clock; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>True in a change lets the token expire now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Expired { get; init; }

    public static TokenJson FromGrant(Grant grant) => new()
    {
        AccessToken = grant.AccessToken,
        RefreshToken = grant.RefreshToken,
        AthleteId = grant.Athlete.Id,
        ClientId = grant.Application.ClientId,
        Scopes = grant.Scopes.Names,
        ExpiresAt = grant.ExpiresAt,
    };

    /// <exception cref="StateException">The athlete or the application does not exist, or a text is missing.</exception>
    public Grant ToGrant(FakeStravaOptions options)
    {
        if (AccessToken.Length == 0)
        {
            throw new StateException("A token needs an accessToken.", "/tokens");
        }

        var athlete = options.FindAthlete(AthleteId ?? options.Athletes[0].Id)
            ?? throw new StateException(FormattableString.Invariant($"The athlete {AthleteId} does not exist."), "/tokens");
        var client = ClientId ?? options.Applications[0].ClientId;
        var application = options.Applications.FirstOrDefault(application => application.ClientId == client)
            ?? throw new StateException(FormattableString.Invariant($"The application {client} does not exist."), "/tokens");
        var expiresAt = Expired ? options.TimeProvider.GetUtcNow() : ExpiresAt;
        return new Grant(application, athlete, Authorization.Scopes.FromText(ListScopes()), AccessToken, expiresAt, RefreshToken);
    }

    /// <summary>The scopes as an athlete grants them.</summary>
    public string ListScopes() => string.Join(',', Scopes ?? [FakeAthlete.AllScopes]);
}
