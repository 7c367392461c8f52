using System.ComponentModel;

namespace System;

/// <summary>The compiler requires this type for list patterns; .NET Standard 2.0 does not contain it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length)
    {
        if (fromEnd)
        {
            return length - value;
        }

        return value;
    }
}
