namespace StravaTools.FakeStrava.Options;

/// <summary>How a connection ends instead of a complete response.</summary>
public enum FakeConnectionFault
{
    /// <summary>The connection is reset (RST).</summary>
    Reset,

    /// <summary>The connection is closed (FIN).</summary>
    Close,

    /// <summary>The connection stays open, and nothing more is sent.</summary>
    Silence,
}
