using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Model;

/// <summary>One stream while it is collected. A block in which no point has a value is never created.</summary>
internal sealed class StreamColumn<T>(T missing)
    where T : struct
{
    private readonly List<T[]?> _blocks = [];
    private T[]? _block;

    /// <summary>The number of values in the current block, up to the last point that has one.</summary>
    private int _count;

    public void BeginBlock()
    {
        EndBlock();
        _blocks.Add(null);
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
        var values = _blocks.TrueForAll(block => block is null) ? [] : GC.AllocateUninitializedArray<T>(count);
        for (var i = 0; i < _blocks.Count && values.Length > 0; i++)
        {
            var target = values.AsSpan(i * ActivityStreamsBuilder.BlockSize);
            target = target[..Math.Min(target.Length, ActivityStreamsBuilder.BlockSize)];
            if (_blocks[i] is { } block)
            {
                // The last block ends with the last value; the others are full.
                var length = i == _blocks.Count - 1 ? _count : target.Length;
                block.AsSpan(0, length).CopyTo(target);
                target[length..].Fill(missing);
                ArrayPool<T>.Shared.Return(block);
                _blocks[i] = null;
            }
            else
            {
                target.Fill(missing);
            }
        }

        _blocks.Clear();
        _block = null;
        return ImmutableCollectionsMarshal.AsImmutableArray(values);
    }

    /// <summary>The points from the last value to this one have none.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void SkipTo(int at)
    {
        if (_block is null)
        {
            _block = ArrayPool<T>.Shared.Rent(ActivityStreamsBuilder.BlockSize);
            _blocks[^1] = _block;
            _count = 0;
        }

        _block.AsSpan(_count, at - _count).Fill(missing);
    }

    private void EndBlock() => _block?.AsSpan(_count).Fill(missing);
}
