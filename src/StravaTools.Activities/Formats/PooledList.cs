using System.Buffers;

namespace StravaTools.Activities.Formats;

/// <summary>A list in an array from the pool, so that growing leaves no garbage. Its items are copied when they are complete.</summary>
internal sealed class PooledList<T>
    where T : struct
{
    private T[] _array = [];

    public int Count { get; private set; }

    public ReadOnlySpan<T> Items => _array.AsSpan(0, Count);

    public void Add(T item) => Extend(1)[0] = item;

    /// <summary>Adds items, whose values are undefined until they are set.</summary>
    public Span<T> Extend(int count)
    {
        var start = Count;
        if (count > _array.Length - start)
        {
            Grow(start + count);
        }

        Count += count;
        return _array.AsSpan(start, count);
    }

    /// <summary>Removes items from the end.</summary>
    public void RemoveLast(int count) => Count -= count;

    /// <summary>Removes all items and returns the array to the pool.</summary>
    public void Release()
    {
        Replace([]);
        Count = 0;
    }

    private void Grow(int count)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(count, 2 * Count));
        Items.CopyTo(larger);
        Replace(larger);
    }

    private void Replace(T[] array)
    {
        if (_array.Length > 0)
        {
            ArrayPool<T>.Shared.Return(_array);
        }

        _array = array;
    }
}
