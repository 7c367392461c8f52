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

    public void BeginBlock()
    {
        _blocks.Add(null);
        _block = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetValue(int at, T value) => (_block ?? MakeBlock())[at] = value;

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
                block.AsSpan(0, target.Length).CopyTo(target);
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

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T[] MakeBlock()
    {
        _block = ArrayPool<T>.Shared.Rent(ActivityStreamsBuilder.BlockSize);
        _block.AsSpan(0, ActivityStreamsBuilder.BlockSize).Fill(missing);
        _blocks[^1] = _block;
        return _block;
    }
}
