using System.Collections.Immutable;

namespace StravaTools.Activities.Model;

/// <summary>Compares arrays item by item; <see cref="ImmutableArray{T}"/> itself compares references.</summary>
internal static class SequenceEquality
{
    /// <summary>True if both have equal items in the same order. NaN equals NaN.</summary>
    public static bool HasSameItems<T>(this ImmutableArray<T> one, ImmutableArray<T> other) =>
        one.AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);
}
