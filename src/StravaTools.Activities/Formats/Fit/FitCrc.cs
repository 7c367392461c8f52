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

    /// <summary>Blocks that are folded at the same time, since the next step of one block has to wait for the last.</summary>
    private const int Lanes = 4;

    /// <summary>Eight consecutive tables; the n-th is for a byte that is followed by n more.</summary>
    private static readonly ushort[] Tables = BuildTables();

    /// <summary>For folding a block into the next one.</summary>
    private static readonly Vector128<ulong> FoldByOne = PowersFor(1);

    /// <summary>For folding a block into the fourth after it.</summary>
    private static readonly Vector128<ulong> FoldByAll = PowersFor(Lanes);

    /// <param name="bytes">The bytes.</param>
    /// <param name="crc">The checksum of the bytes before these.</param>
    public static ushort Compute(ReadOnlySpan<byte> bytes, ushort crc = 0)
    {
        if (Pclmulqdq.IsSupported && bytes.Length >= Lanes * FoldSize)
        {
            return FoldBlock(bytes, crc);
        }

        return ComputeSliced(bytes, crc);
    }

    /// <summary>
    /// Folds all full blocks into one with the same remainder. Polynomials are reflected, so a product is one power too high;
    /// <see cref="PowersFor"/> corrects for it.
    /// </summary>
    private static ushort FoldBlock(ReadOnlySpan<byte> bytes, ushort crc)
    {
        var blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var (first, second, third, fourth) = (blocks[0] ^ Vector128.CreateScalar((ulong)crc), blocks[1], blocks[2], blocks[3]);
        var fold = FoldByAll;
        var rest = blocks[Lanes..];
        while (rest.Length >= Lanes)
        {
            first = Fold(first, fold) ^ rest[0];
            second = Fold(second, fold) ^ rest[1];
            third = Fold(third, fold) ^ rest[2];
            fourth = Fold(fourth, fold) ^ rest[3];
            rest = rest[Lanes..];
        }

        fold = FoldByOne;
        var folded = Fold(Fold(Fold(first, fold) ^ second, fold) ^ third, fold) ^ fourth;
        foreach (var block in rest)
        {
            folded = Fold(folded, fold) ^ block;
        }

        Span<byte> last = stackalloc byte[FoldSize];
        folded.AsByte().CopyTo(last);
        return ComputeSliced(bytes[(blocks.Length * FoldSize)..], ComputeSliced(last, 0));
    }

    private static Vector128<ulong> Fold(Vector128<ulong> block, Vector128<ulong> powers) =>
        Pclmulqdq.CarrylessMultiply(block, powers, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, powers, 0x11);

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

    /// <summary>The powers by which the two halves of a block move when it is folded. The low half has the higher powers.</summary>
    private static Vector128<ulong> PowersFor(int blocks) =>
        Vector128.Create(PowerOfX((blocks * 128) + 64 - 1), PowerOfX((blocks * 128) - 1));

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
