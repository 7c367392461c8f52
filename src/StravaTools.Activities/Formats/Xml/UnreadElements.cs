using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StravaTools.Activities.Model;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>The elements of extensions that Strava does not read: each name once, with its first place and a count.</summary>
internal sealed class UnreadElements
{
    /// <summary>More than any program writes; a forged file could have a name for each point.</summary>
    private const int MaxNames = 50;

    private readonly Dictionary<string, (SourceLocation Location, int Count)> _elements = new(StringComparer.Ordinal);

    /// <summary>In the order of their first places.</summary>
    public IReadOnlyList<(string Name, SourceLocation Location, int Count)> All
    {
        get
        {
            if (_elements.Count == 0)
            {
                return [];
            }

            return [.. _elements.Select(element => (element.Key, element.Value.Location, element.Value.Count))];
        }
    }

    /// <summary>Counts an element that was added before; false if it was not.</summary>
    public bool TryCount(string name)
    {
        ref var element = ref CollectionsMarshal.GetValueRefOrNullRef(_elements, name);
        if (Unsafe.IsNullRef(ref element))
        {
            return false;
        }

        element.Count++;
        return true;
    }

    /// <summary>Adds an element that was not added before.</summary>
    public void AddElement(string name, SourceLocation location)
    {
        if (_elements.Count < MaxNames)
        {
            _elements.Add(name, (location, 1));
        }
    }
}
