
namespace StravaTools.Activities.Formats.Fit;

/// <summary>The layout of a field in a definition message. Its type and size apply, not those of the profile.</summary>
/// <param name="Number">Its number in the profile.</param>
/// <param name="Type">How to read it.</param>
/// <param name="Offset">Where it begins in a data message.</param>
/// <param name="Size">Its bytes.</param>
internal readonly record struct FitFieldLayout(byte Number, FitBaseType Type, int Offset, int Size)
{
    /// <summary>The number of values; zero if the size is not a multiple of the size of the type.</summary>
    public int Count { get; } = CountOf(Type, Size);

    private static int CountOf(FitBaseType type, int size)
    {
        var (count, rest) = Math.DivRem(size, type.SizeOf());
        if (rest != 0)
        {
            return 0;
        }

        return count;
    }
}
