using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>One stream of the records. It is created by the first value; points without a value are NaN.</summary>
/// <param name="count">The number of all records.</param>
internal sealed class FitRecordColumn<T>(int count)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private T[] _values = [];

    /// <summary>All values; empty if no record has one.</summary>
    public Span<T> Values => _values;

    /// <summary>Returns the values as a stream. The column must not be changed afterwards.</summary>
    public ImmutableArray<T> ToStream() => ImmutableCollectionsMarshal.AsImmutableArray(_values);

    public void Clear() => _values = [];

    public void SetValue(int point, double value) => Begin()[point] = T.CreateTruncating(value);

    /// <summary>Reads a field of all records of a block. Records with the invalid value keep what they have.</summary>
    public void ReadField(in FitRecordStep step, in FitRecordBlock block)
    {
        switch (step.Type)
        {
            case FitBaseType.Enum or FitBaseType.UInt8 or FitBaseType.Byte:
                ReadValues(step, block, byte.MaxValue);
                break;
            case FitBaseType.SInt8:
                ReadValues(step, block, sbyte.MaxValue);
                break;
            case FitBaseType.UInt16:
                ReadValues(step, block, ushort.MaxValue);
                break;
            case FitBaseType.SInt16:
                ReadValues(step, block, short.MaxValue);
                break;
            case FitBaseType.UInt32:
                ReadValues(step, block, uint.MaxValue);
                break;
            case FitBaseType.SInt32:
                ReadValues(step, block, int.MaxValue);
                break;
            default:
                ReadOtherValues(step, block);
                break;
        }
    }

    private void ReadValues<TStored>(in FitRecordStep step, in FitRecordBlock block, TStored invalid)
        where TStored : unmanaged, INumber<TStored>
    {
        var bytes = block.From(step);
        var (stride, scale, offset, isBigEndian) = (block.Stride, step.Scale, step.Offset, block.IsBigEndian);
        var values = Existing(block);
        for (var i = 0; i < block.Count; i++)
        {
            var stored = ReadStored<TStored>(bytes[(i * stride)..], isBigEndian);
            if (stored == invalid)
            {
                continue;
            }

            if (values.IsEmpty)
            {
                values = Begin().Slice(block.FirstPoint, block.Count);
            }

            values[i] = T.CreateTruncating((double.CreateTruncating(stored) / scale) - offset);
        }
    }

    private static TStored ReadStored<TStored>(ReadOnlySpan<byte> bytes, bool isBigEndian)
        where TStored : unmanaged
    {
        var stored = MemoryMarshal.Read<TStored>(bytes);
        if (isBigEndian != BitConverter.IsLittleEndian)
        {
            return stored;
        }

        return Unsafe.SizeOf<TStored>() switch
        {
            sizeof(ushort) => Unsafe.BitCast<ushort, TStored>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TStored, ushort>(stored))),
            sizeof(uint) => Unsafe.BitCast<uint, TStored>(BinaryPrimitives.ReverseEndianness(Unsafe.BitCast<TStored, uint>(stored))),
            _ => stored,
        };
    }

    /// <summary>Numbers of rare types.</summary>
    private void ReadOtherValues(in FitRecordStep step, in FitRecordBlock block)
    {
        var bytes = block.From(step);
        for (var i = 0; i < block.Count; i++)
        {
            var stored = step.Type.ReadOrNaN(bytes[(i * block.Stride)..], block.IsBigEndian);
            if (!double.IsNaN(stored))
            {
                SetValue(block.FirstPoint + i, (stored / step.Scale) - step.Offset);
            }
        }
    }

    private Span<T> Existing(in FitRecordBlock block)
    {
        if (_values.Length == 0)
        {
            return [];
        }

        return _values.AsSpan(block.FirstPoint, block.Count);
    }

    private Span<T> Begin()
    {
        if (_values.Length == 0)
        {
            _values = GC.AllocateUninitializedArray<T>(count);
            _values.AsSpan().Fill(T.NaN);
        }

        return _values;
    }
}
