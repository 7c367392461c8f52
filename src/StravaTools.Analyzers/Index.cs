using System.ComponentModel;

namespace System;

/// <summary>What the compiler wants of list patterns, and .NET Standard 2.0 does not have.</summary>
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
