using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Model;

/// <summary>One stream while it is collected. A block in which no point has a value is never created.</summary>
/// <remarks>A mutable struct, so that the builder of a small file is one object: use it only as a field, and never copy it.</remarks>
internal struct StreamColumn<T>(T missing)
    where T : struct
{
    /// <summary>The blocks before the current one. Most files have one block only.</summary>
    private List<T[]?>? _full;
    private T[]? _block;

    /// <summary>The number of values in the current block, up to the last point that has one.</summary>
    private int _count;

    /// <summary>Begins another block than the first one.</summary>
    public void BeginBlock()
    {
        _block?.AsSpan(_count).Fill(missing);
        (_full ??= []).Add(_block);
        _block = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetValue(int at, T value)
    {
        if (_block is null || at > _count)
        {
            SkipTo(at);
        }

        _block![at] = value;
        _count = at + 1;
    }

    /// <summary>Returns all values and empties the column; no values if no point has one.</summary>
    public ImmutableArray<T> TakeValues(int count)
    {
        if (_block is null && _full?.TrueForAll(block => block is null) != false)
        {
            _full = null;
            return [];
        }

        var values = GC.AllocateUninitializedArray<T>(count);
        var rest = values.AsSpan();
        foreach (var block in CollectionsMarshal.AsSpan(_full))
        {
            CopyBlock(block, ActivityStreamsBuilder.BlockSize, rest);
            rest = rest[ActivityStreamsBuilder.BlockSize..];
        }

        CopyBlock(_block, _count, rest);
        _full = null;
        _block = null;
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    private readonly void CopyBlock(T[]? block, int length, Span<T> target)
    {
        if (block is null)
        {
            target[..Math.Min(target.Length, ActivityStreamsBuilder.BlockSize)].Fill(missing);
            return;
        }

        block.AsSpan(0, length).CopyTo(target);
        if (length < ActivityStreamsBuilder.BlockSize)
        {
            target[length..].Fill(missing);
        }

        ArrayPool<T>.Shared.Return(block);
    }

    /// <summary>The points from the last value to this one have none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipTo(int at)
    {
        if (_block is null)
        {
            _block = ArrayPool<T>.Shared.Rent(ActivityStreamsBuilder.BlockSize);
            _count = 0;
        }

        _block.AsSpan(_count, at - _count).Fill(missing);
    }
}
