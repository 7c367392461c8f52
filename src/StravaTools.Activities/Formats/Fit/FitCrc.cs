using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>FIT's checksum: CRC-16 with the reflected polynomial 0xA001 and no preset (CRC-16/ARC).</summary>
/// <remarks>
/// Byte by byte, the computation would take longer than the rest of reading. If the processor supports carry-less multiplication, 16 bytes
/// at a time are folded into the next 16. Otherwise, eight bytes are looked up at once.
/// </remarks>
internal static class FitCrc
{
    private const int Slices = 8;
    private const int FoldSize = 16;

    /// <summary>Eight consecutive tables; the n-th is for a byte that is followed by n more.</summary>
    private static readonly ushort[] Tables = BuildTables();

    /// <summary>
    /// The powers by which the two halves of a block move when it is folded into the next. The low half has the higher powers.
    /// </summary>
    private static readonly Vector128<ulong> FoldBy = Vector128.Create(PowerOfX(128 + 64 - 1), PowerOfX(128 - 1));

    /// <param name="bytes">The bytes.</param>
    /// <param name="crc">The checksum of the bytes before these.</param>
    public static ushort Compute(ReadOnlySpan<byte> bytes, ushort crc = 0)
    {
        if (Pclmulqdq.IsSupported && bytes.Length >= 4 * FoldSize)
        {
            return FoldBlock(bytes, crc);
        }

        return ComputeSliced(bytes, crc);
    }

    /// <summary>
    /// Folds all full blocks into one with the same remainder. Polynomials are reflected, so a product is one power too high;
    /// <see cref="FoldBy"/> corrects for it.
    /// </summary>
    private static ushort FoldBlock(ReadOnlySpan<byte> bytes, ushort crc)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var fold = FoldBy;
        var folded = blocks[0] ^ Vector128.CreateScalar((ulong)crc);
        foreach (var block in blocks[1..])
        {
            folded = Pclmulqdq.CarrylessMultiply(folded, fold, 0x00) ^ Pclmulqdq.CarrylessMultiply(folded, fold, 0x11) ^ block;
        }

        Span<byte> rest = stackalloc byte[FoldSize];
        folded.AsByte().CopyTo(rest);
        return ComputeSliced(bytes[(blocks.Length * FoldSize)..], ComputeSliced(rest, 0));
    }

    private static ushort ComputeSliced(ReadOnlySpan<byte> bytes, ushort preset)
    {
        var tables = Tables;
        var crc = (uint)preset;
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(BitConverter.IsLittleEndian ? bytes : []))
        {
            var value = word ^ crc;
            crc = 0;
            for (var i = Slices - 1; i >= 0; i--)
            {
                crc ^= tables[(i * 256) + (byte)value];
                value >>= 8;
            }
        }

        foreach (var value in BitConverter.IsLittleEndian ? bytes[(bytes.Length & ~(Slices - 1))..] : bytes)
        {
            crc = (crc >> 8) ^ tables[(byte)(crc ^ value)];
        }

        return (ushort)crc;
    }

    private static ushort[] BuildTables()
    {
        var tables = new ushort[Slices * 256];
        for (var i = 0; i < tables.Length; i++)
        {
            // Each table after the first: the values of the previous table, followed by a byte of zero.
            var crc = i < 256 ? i : tables[i - 256];
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xA001;
            }

            tables[i] = (ushort)crc;
        }

        return tables;
    }

    /// <summary>The remainder of a power of x, reflected in 64 bits: the lowest power is the highest bit.</summary>
    private static ulong PowerOfX(int power)
    {
        var remainder = 1U;
        for (var i = 0; i < power; i++)
        {
            remainder <<= 1;
            remainder = (remainder & 0x10000) == 0 ? remainder : remainder ^ 0x18005;
        }

        var reflected = 0UL;
        for (var bit = 0; bit < 16; bit++)
        {
            reflected |= (ulong)((remainder >> bit) & 1) << (63 - bit);
        }

        return reflected;
    }
}
