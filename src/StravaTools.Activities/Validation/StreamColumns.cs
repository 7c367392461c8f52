using System.Numerics;
using System.Runtime.InteropServices;

namespace StravaTools.Activities.Validation;

/// <summary>
/// Looks through a column of values many at a time: nearly all columns have nothing to find, and are not looked at one by one.
/// </summary>
internal static class StreamColumns
{
    /// <summary>Whether a value is below the least or above the greatest. NaN, a point without a value, is neither.</summary>
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
