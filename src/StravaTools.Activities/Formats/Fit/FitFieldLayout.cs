
namespace StravaTools.Activities.Formats.Fit;

/// <summary>A field as a definition message lays it out: its own type and size count, whatever the profile says.</summary>
/// <param name="Number">Its number in the profile.</param>
/// <param name="Type">How to read it.</param>
/// <param name="Offset">Where it begins in a data message.</param>
/// <param name="Size">Its bytes.</param>
internal readonly record struct FitFieldLayout(byte Number, FitBaseType Type, int Offset, int Size)
{
    /// <summary>How many values it holds; none if its size is not a multiple of its type's, for then they cannot be told apart.</summary>
    public int Count => Size % Type.SizeOf() == 0 ? Size / Type.SizeOf() : 0;
}
