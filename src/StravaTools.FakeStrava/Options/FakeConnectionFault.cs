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

    /// <summary>Bytes that are not HTTP, and the connection is closed.</summary>
    Garbage,

    /// <summary>Half of the body as a chunk, garbage instead of the size of the next chunk, and the connection is closed.</summary>
    BrokenChunk,

    /// <summary>New connections are refused for a time, and requests on open ones are reset. Only for <c>connect</c>.</summary>
    Refused,

    /// <summary>The certificate has expired. Only for <c>connect</c>, on the HTTPS port.</summary>
    ExpiredCertificate,
}
