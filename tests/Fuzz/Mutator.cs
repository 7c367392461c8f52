using System.Buffers.Binary;

namespace Fuzz;

/// <summary>Mutates bytes: some at random, some with values that often break readers.</summary>
internal sealed class Mutator(Random random, IReadOnlyList<byte[]> words)
{
    private const int LongestChunk = 512;
    private const int LongestInput = 512 * 1024;
    private static readonly long[] Numbers =
        [0, 1, -1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue];

    public byte[] Mutate(byte[] bytes, IReadOnlyList<byte[]> others)
    {
        var result = new List<byte>(bytes);
        for (var times = 1 + random.Next(1 << random.Next(6)); times > 0; times--)
        {
            Step(result, others);
        }

        return [.. result.Take(LongestInput)];
    }

    private void Step(List<byte> bytes, IReadOnlyList<byte[]> others)
    {
        var at = random.Next(bytes.Count + 1);
        var left = bytes.Count - at;
        var chunk = Math.Min(left, 1 + random.Next(1 << random.Next(10)));
        switch (random.Next(10))
        {
            case 0 or 1 when left > 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2 when left > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(chunk, LongestChunk));
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Math.Min(chunk, LongestChunk)));
                break;
            case 5 when words.Count > 0:
                bytes.InsertRange(at, words[random.Next(words.Count)]);
                break;
            case 6:
                Overwrite(bytes, at, NumberBytes());
                break;
            case 7:
                var other = others[random.Next(others.Count)];
                var from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, random.Next(LongestChunk))).ToArray());
                break;
            case 8 when words.Count > 0:
                Overwrite(bytes, at, words[random.Next(words.Count)]);
                break;
            case 9 when random.Next(4) == 0:
                bytes.RemoveRange(at, left);
                break;
        }
    }

    private byte[] NumberBytes()
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Numbers[random.Next(Numbers.Length)]);
        return bytes[..(1 << random.Next(4))];
    }

    private static void Overwrite(List<byte> bytes, int at, byte[] with)
    {
        for (var i = 0; i < with.Length && at + i < bytes.Count; i++)
        {
            bytes[at + i] = with[i];
        }
    }
}
