using StravaTools.FakeStrava.Options;

namespace StravaTools.FakeStrava.Faults;

/// <summary>What is sent instead of a response, and how the connection ends.</summary>
internal sealed record BrokenResponse(ReadOnlyMemory<byte> Bytes, FakeConnectionFault End)
{
    /// <summary>Neither a status line nor the size of a chunk: 36 bytes, as many as WireMock sends.</summary>
    public static ReadOnlyMemory<byte> Garbage { get; } = "~~~ not HTTP: a fault of a fake ~~~\n"u8.ToArray();

    /// <summary>The size of each piece; 0 for one piece.</summary>
    public int PieceBytes { get; init; }

    /// <summary>The time between two pieces.</summary>
    public TimeSpan PieceDelay { get; init; }

    /// <summary>What a fault leaves of a response.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="head">The status line and the headers, with the empty line.</param>
    /// <param name="body">The body.</param>
    public static BrokenResponse FromFault(FakeFault fault, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> body)
    {
        byte[] bytes = [.. head.Span, .. body.Span];
        // Without an end of its own, a response in pieces is complete.
        var sent = bytes;
        if (fault.Connection is not null)
        {
            sent = bytes[..Math.Min(fault.AfterBytes, bytes.Length)];
        }

        return new BrokenResponse(AddGarbage(fault.Connection, sent, bytes), fault.Connection ?? FakeConnectionFault.Close)
        {
            PieceBytes = fault.PieceBytes,
            PieceDelay = fault.PieceDelay,
        };
    }

    private static byte[] AddGarbage(FakeConnectionFault? end, byte[] sent, byte[] all) => end switch
    {
        FakeConnectionFault.Garbage => [.. sent, .. Garbage.Span],
        // The size of the next chunk is missing.
        FakeConnectionFault.BrokenChunk => [.. all, .. Garbage.Span],
        _ => sent,
    };
}
