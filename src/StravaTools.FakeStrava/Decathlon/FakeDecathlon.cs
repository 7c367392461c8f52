using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The Decathlon part of a running fake, for tests to look at and to drive.</summary>
public sealed class FakeDecathlon
{
    private readonly DecathlonState _state;

    internal FakeDecathlon(DecathlonState state) => _state = state;

    /// <summary>What x-api-key must say. It opens nothing but this fake.</summary>
    public string ApiKey => _state.Options.ApiKey;

    /// <summary>The access token that does not expire by itself.</summary>
    public string AccessToken => _state.Options.AccessToken;

    /// <summary>The application that the login knows.</summary>
    public string ClientId => _state.Options.ClientId;

    /// <summary>All activities.</summary>
    public IReadOnlyList<FakeDecathlonActivity> Activities => _state.Activities();

    /// <summary>All stored files, in the order they came.</summary>
    public IReadOnlyList<FakeStoredFile> StoredFiles => _state.StoredFiles();

    /// <summary>How often an access token was given for a refresh token.</summary>
    public int Refreshes => _state.Tokens.Refreshes;

    /// <summary>An activity as it is now.</summary>
    public FakeDecathlonActivity Activity(string id) => Activities.Single(activity => activity.Id == id);

    /// <summary>Adds an activity, or replaces the one of its id.</summary>
    public void PutActivity(FakeDecathlonActivity activity) => _state.PutActivity(activity);

    /// <summary>Makes all as it was at the start.</summary>
    public void ResetState() => _state.ResetState();

    /// <summary>Changes an activity, as somebody else does at the same time.</summary>
    public void Change(string id, Func<FakeDecathlonActivity, FakeDecathlonActivity> change) => _state.Change(id, change);

    /// <summary>Orders a failure.</summary>
    public void FailNext(FakeDecathlonFault fault) => _state.Faults.AddFault(fault);

    /// <summary>Expires all access tokens of the login, whatever the clock says; refresh tokens stay good.</summary>
    public void ExpireAccessTokens() => _state.Tokens.ExpireAccessTokens();
}
