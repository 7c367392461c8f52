using System.Runtime.InteropServices;

namespace StravaTools.Activities.Formats;

internal static class MemoryStreams
{
    /// <summary>A stream over bytes in memory, without copying them where an array backs them.</summary>
    public static Stream AsStream(this ReadOnlyMemory<byte> bytes)
    {
        if (MemoryMarshal.TryGetArray(bytes, out var segment))
        {
            return new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false);
        }

        return new MemoryStream(bytes.ToArray(), writable: false);
    }
}
