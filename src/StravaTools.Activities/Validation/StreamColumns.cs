using System.Numerics;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Validation;

/// <summary>
/// Checks a column of values with vectors. Nearly all columns have no value to report, so they need no check of each value.
/// </summary>
internal static class StreamColumns
{
    /// <summary>True if a value is below the minimum or above the maximum. NaN, a point without a value, is neither.</summary>
    public static bool AnyOutside<T>(ReadOnlySpan<T> values, T least, T greatest)
        where T : unmanaged, INumber<T>
    {
        var (low, high) = (new Vector<T>(least), new Vector<T>(greatest));
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        foreach (var vector in vectors)
        {
            if (Vector.LessThanAny(vector, low) || Vector.GreaterThanAny(vector, high))
            {
                return true;
            }
        }

        foreach (var value in values[(vectors.Length * Vector<T>.Count)..])
        {
            if (value < least || value > greatest)
            {
                return true;
            }
        }

        return false;
    }
}
