using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Decathlon;

/// <summary>The Decathlon part of a running fake: lets tests read and change its data.</summary>
public sealed class FakeDecathlon
{
    private readonly DecathlonState _state;

    internal FakeDecathlon(DecathlonState state) => _state = state;

    /// <summary>The key that clients send as x-api-key. It works only with this fake.</summary>
    public string ApiKey => _state.Options.ApiKey;

    /// <summary>The access token that does not expire with time.</summary>
    public string AccessToken => _state.Options.AccessToken;

    /// <summary>The client_id of the application that can log in.</summary>
    public string ClientId => _state.Options.ClientId;

    /// <summary>All activities.</summary>
    public IReadOnlyList<FakeDecathlonActivity> Activities => _state.Activities();

    /// <summary>All stored files, oldest first.</summary>
    public IReadOnlyList<FakeStoredFile> StoredFiles => _state.StoredFiles();

    /// <summary>The number of refreshed access tokens.</summary>
    public int Refreshes => _state.Tokens.Refreshes;

    /// <summary>An activity in its current state.</summary>
    /// <exception cref="InvalidOperationException">The activity does not exist.</exception>
    public FakeDecathlonActivity Activity(string id) => Activities.Single(activity => activity.Id == id);

    /// <summary>Adds an activity, or replaces the one with the same id.</summary>
    public void PutActivity(FakeDecathlonActivity activity) => _state.PutActivity(activity);

    /// <summary>Restores the state at the start.</summary>
    public void ResetState() => _state.ResetState();

    /// <summary>Changes an activity, as another client can do at the same time.</summary>
    public void Change(string id, Func<FakeDecathlonActivity, FakeDecathlonActivity> change) => _state.UpdateActivity(id, change);

    /// <summary>Orders a failure of the next requests.</summary>
    public void FailNext(FakeDecathlonFault fault) => _state.Faults.AddFault(fault);

    /// <summary>Expires all access tokens of the login, regardless of the clock; refresh tokens remain valid.</summary>
    public void ExpireAccessTokens() => _state.Tokens.ExpireAccessTokens();
}
