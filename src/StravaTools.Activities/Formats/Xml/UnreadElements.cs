using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The elements of extensions that Strava does not read: each name once, with its first place and a count.</summary>
internal sealed class UnreadElements
{
    /// <summary>More than any program writes; a forged file could have a name for each point.</summary>
    private const int MaxNames = 50;

    private List<(string Name, SourceLocation Location, int Count)>? _elements;

    /// <summary>Points have the same elements in the same order, so the next name is usually the same as last time.</summary>
    private int _next;

    /// <summary>In the order of their first places.</summary>
    public ReadOnlySpan<(string Name, SourceLocation Location, int Count)> All => CollectionsMarshal.AsSpan(_elements);

    /// <summary>Counts an element that was added before; false if it was not.</summary>
    public bool TryCount(string name)
    {
        var elements = CollectionsMarshal.AsSpan(_elements);
        if (_next >= elements.Length || !ReferenceEquals(elements[_next].Name, name))
        {
            _next = IndexOf(elements, name);
            if (_next == elements.Length)
            {
                return false;
            }
        }

        elements[_next].Count++;
        _next = (_next + 1) % elements.Length;
        return true;
    }

    private static int IndexOf(ReadOnlySpan<(string Name, SourceLocation Location, int Count)> elements, string name)
    {
        var index = 0;
        while (index < elements.Length && elements[index].Name != name)
        {
            index++;
        }

        return index;
    }

    /// <summary>Adds an element that was not added before.</summary>
    public void AddElement(string name, SourceLocation location)
    {
        _elements ??= [];
        if (_elements.Count < MaxNames)
        {
            _elements.Add((name, location, 1));
        }
    }
}
