using System.Text.Json;
using StravaTools.Http.Errors;
using StravaTools.Sync.Errors;
using StravaTools.Sync.Model;

namespace StravaTools.Sync.Ledgers;

/// <summary>What the bytes of a ledger contain.</summary>
/// <param name="Header">The header; null if not even the first line is intact.</param>
/// <param name="State">The state after all intact lines.</param>
/// <param name="Length">The length of all intact lines in bytes. What follows is a line that was cut off.</param>
/// <param name="Lines">The number of intact lines, with the header.</param>
internal sealed record LedgerContent(LedgerHeader? Header, LedgerState State, int Length, long Lines)
{
    /// <summary>About the length of a line, to reserve memory.</summary>
    private const int TypicalLine = 600;

    /// <summary>Reads a ledger.</summary>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <exception cref="ApiException">
    /// <see cref="SyncErrors.LedgerDamaged"/>: intact lines follow a damaged one, so facts are missing; or
    /// <see cref="SyncErrors.LedgerTooNew"/>.
    /// </exception>
    public static LedgerContent ReadLedger(string path, ReadOnlySpan<byte> bytes)
    {
        var state = new LedgerState();
        state.EnsureCapacity(bytes.Length / TypicalLine);
        LedgerHeader? header = null;
        var (position, count) = (0, 0L);
        while (bytes[position..].IndexOf((byte)'\n') is var length and >= 0)
        {
            var line = bytes.Slice(position, length);
            if (!LedgerLine.IsIntact(line))
            {
                break;
            }

            try
            {
                header = ReadLine(path, line, count, header, state);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
            {
                throw new ApiException(SyncErrors.LedgerDamaged, e, path, count + 1, e.Message.TrimEnd('.'));
            }

            position += length + 1;
            count++;
        }

        ThrowIfFactsFollow(path, bytes[position..], count);
        return new LedgerContent(header, state, position, count);
    }

    /// <summary>The facts in all intact lines, also after damaged ones.</summary>
    public static IReadOnlyList<SyncFact> IntactFacts(ReadOnlySpan<byte> bytes)
    {
        var facts = new List<SyncFact>();
        while (bytes.IndexOf((byte)'\n') is var length and >= 0)
        {
            var line = bytes[..length];
            bytes = bytes[(length + 1)..];
            if (LedgerLine.IsIntact(line) && TryReadFact(line) is { } fact)
            {
                facts.Add(fact);
            }
        }

        return facts;
    }

    /// <summary>Null for a header, and for a line that is intact but no fact.</summary>
    private static SyncFact? TryReadFact(ReadOnlySpan<byte> line)
    {
        try
        {
            var fact = LedgerLine.ReadFact(line, out var number);
            return number > 0 ? fact : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static LedgerHeader ReadLine(string path, ReadOnlySpan<byte> line, long count, LedgerHeader? header, LedgerState state)
    {
        if (header is null)
        {
            var first = LedgerLine.ReadHeader(line);
            if (first.Version > LedgerHeader.CurrentVersion)
            {
                throw new ApiException(SyncErrors.LedgerTooNew, path, first.Version, LedgerHeader.CurrentVersion);
            }

            return first;
        }

        var fact = LedgerLine.ReadFact(line, out var number);
        if (number != count)
        {
            throw new ApiException(SyncErrors.LedgerDamaged, path, count + 1, $"its number is {number} instead of {count}");
        }

        state.ApplyFact(fact);
        return header;
    }

    /// <summary>Only the end can be cut off by a crash. If intact lines follow, the damage has another cause.</summary>
    private static void ThrowIfFactsFollow(string path, ReadOnlySpan<byte> rest, long count)
    {
        while (rest.IndexOf((byte)'\n') is var length and >= 0)
        {
            rest = rest[(length + 1)..];
            var end = rest.IndexOf((byte)'\n');
            if (end >= 0 && LedgerLine.IsIntact(rest[..end]))
            {
                throw new ApiException(SyncErrors.LedgerDamaged, path, count + 1, "its checksum is wrong, and intact lines follow");
            }
        }
    }
}
