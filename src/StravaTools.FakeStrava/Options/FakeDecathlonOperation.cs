namespace StravaTools.FakeStrava.Options;

/// <summary>The operations for which a failure can be ordered.</summary>
public enum FakeDecathlonOperation
{
    /// <summary>POST /v2/upload.</summary>
    Upload,

    /// <summary>GET /v2/activities/{id}.</summary>
    Read,

    /// <summary>PUT /v2/activities/{id}.</summary>
    Write,

    /// <summary>POST /connect/oauth/token.</summary>
    Token,
}
