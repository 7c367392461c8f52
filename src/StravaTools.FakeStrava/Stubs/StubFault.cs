namespace StravaTools.FakeStrava.Stubs;

/// <summary>The faults of WireMock.</summary>
internal enum StubFault
{
    /// <summary>The connection ends without a byte.</summary>
    EmptyResponse,

    /// <summary>Headers, and garbage where the size of a chunk belongs.</summary>
    MalformedResponseChunk,

    /// <summary>Garbage, and the end of the connection.</summary>
    RandomDataThenClose,

    /// <summary>The connection is reset.</summary>
    ConnectionResetByPeer,
}
