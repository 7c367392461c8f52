namespace StravaTools.Activities.Formats;

/// <summary>The elements of extensions that Strava does not read: each name once, with its first place and a count.</summary>
internal sealed class UnreadElements
{
    /// <summary>No program writes as many; a forged file could have a name for each point.</summary>
    private const int MostNames = 50;

    private readonly Dictionary<string, (SourceLocation Location, int Count)> _elements = new(StringComparer.Ordinal);

    public IEnumerable<(string Name, SourceLocation Location, int Count)> All =>
        _elements.Select(element => (element.Key, element.Value.Location, element.Value.Count));

    /// <summary>Counts an element that holds a value; one that only holds others does not count.</summary>
    public void Add(string name, string text, SourceLocation location)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        if (_elements.TryGetValue(name, out var known))
        {
            _elements[name] = (known.Location, known.Count + 1);
        }
        else if (_elements.Count < MostNames)
        {
            _elements.Add(name, (location, 1));
        }
    }
}
